namespace OnnxConvert.TfLite.Tests.Reading.FlexBuffers;

public class FlexMapTests
{
    // { "x": 5 }: the name, the vector of names, then offset and width of the names, count, value, type; the root.
    private static readonly byte[] OneInt = [(byte)'x', 0, 1, 3, 1, 1, 1, 5, 1 << 2, 2, 9 << 2, 1];

    [Test]
    public void Values_are_found_by_name()
    {
        var map = FlexMap.Parse(OneInt);

        Assert.That(map.Names, Is.EqualTo(new[] { "x" }));
        Assert.That(map.TryGetInt("x", out long value) && value == 5);
        Assert.That(map.TryGetFloat("x", out double number) && number == 5);
        Assert.That(map.TryGetBool("x", out bool flag) && flag);
        Assert.That(map.TryGetInt("y", out _), Is.False);
        Assert.That(map.TryGetString("x", out _), Is.False);
    }

    [Test]
    public void Empty_bytes_are_an_empty_map() => Assert.That(FlexMap.Parse(default).Count, Is.Zero);

    [Test]
    public void Scalars_of_every_width_are_read()
    {
        Assert.That(Int([0xfe, 1 << 2, 1]), Is.EqualTo(-2));
        Assert.That(Int([0xfe, 0xff, (1 << 2) | 1, 2]), Is.EqualTo(-2));
        Assert.That(Int([0xfe, 0xff, 0xff, 0xff, (2 << 2) | 2, 4]), Is.EqualTo(4294967294));
        Assert.That(Int([1, 0, 0, 0, 0, 0, 0, 0x80, (1 << 2) | 3, 8]), Is.EqualTo(long.MinValue + 1));
        Assert.That(Int([1, 26 << 2, 1]), Is.EqualTo(1));
        Assert.That(Float([0, 0, 0xc0, 0x3f, (3 << 2) | 2, 4]), Is.EqualTo(1.5));
        Assert.That(Float([0, 0x3e, (3 << 2) | 1, 2]), Is.EqualTo(1.5));
    }

    [Test]
    public void Vectors_and_strings_are_read()
    {
        var typed = FlexValue.Parse(new byte[] { 3, 7, 8, 9, 3, 11 << 2, 1 });
        Assert.That(Enumerable.Range(0, typed.Count).Select(i => Int(typed[i])), Is.EqualTo(new[] { 7, 8, 9 }));

        var pair = FlexValue.Parse(new byte[] { 7, 8, 2, 16 << 2, 1 });
        Assert.That(Enumerable.Range(0, pair.Count).Select(i => Int(pair[i])), Is.EqualTo(new[] { 7, 8 }));

        var mixed = FlexValue.Parse(new byte[] { 2, 7, 1, 1 << 2, 26 << 2, 4, 10 << 2, 1 });
        Assert.That(mixed[1].Type, Is.EqualTo(FlexType.Bool));
        Assert.That(() => mixed[2], Throws.TypeOf<ArgumentOutOfRangeException>());

        var text = FlexValue.Parse(new byte[] { 2, (byte)'h', (byte)'i', 0, 3, 5 << 2, 1 });
        Assert.That(text.TryGetString(out string value) && value == "hi");
    }

    [Test]
    public void Broken_bytes_are_refused()
    {
        Assert.That(() => FlexMap.Parse(new byte[] { 1, 4, 3 }), Throws.TypeOf<InvalidModelException>());
        Assert.That(() => FlexMap.Parse(new byte[] { 5, 1 << 2, 1 }), Throws.TypeOf<InvalidModelException>().With.Message.Contains("not a map"));
        Assert.That(() => FlexMap.Parse(new byte[] { 0, 9 << 2, 1 }), Throws.TypeOf<InvalidModelException>().With.Message.Contains("offset 0"));
        Assert.That(() => FlexValue.Parse(new byte[] { 200, 7, 1, 11 << 2, 1 }).Count, Throws.TypeOf<InvalidModelException>());
    }

    [Test]
    public void Damaged_maps_end_in_documented_exceptions()
    {
        var random = new Random(1);
        for (int i = 0; i < 20_000; i++)
        {
            byte[] bytes = [.. OneInt];
            for (int change = random.Next(1, 4); change > 0; change--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            Documented.Check(() => Walk(bytes), Convert.ToHexString(bytes));
        }
    }

    private static void Walk(byte[] bytes)
    {
        var map = FlexMap.Parse(bytes);
        foreach (string name in map.Names)
        {
            map.TryGetInt(name, out _);
            map.TryGetFloat(name, out _);
            map.TryGetString(name, out _);
            if (map.TryGet(name, out var value) && value.Count > 0 && value.IsVector)
                value[0].TryGetInt(out _);
        }
    }

    private static long Int(byte[] bytes) => Int(FlexValue.Parse(bytes));

    private static long Int(FlexValue value) => value.TryGetInt(out long result) ? result : throw new AssertionException("no integer");

    private static double Float(byte[] bytes) => FlexValue.Parse(bytes).TryGetFloat(out double result) ? result : throw new AssertionException("no number");
}
