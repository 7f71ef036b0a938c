namespace OnnxConvert.Conformance.Data;

internal sealed class InputRecipeTests
{
    [Test]
    public void Draws_the_sequence_of_SplitMix64()
    {
        // The first outputs of SplitMix64 from seed 1234567, as published with the generator; 53 bits of each.
        ulong[] published = [6457827717110365317, 3203168211198807973, 9817491932198370423];
        for (int i = 0; i < published.Length; i++)
            Assert.That(InputRecipe.Uniform(1234567, i), Is.EqualTo((published[i] >> 11) / 9007199254740992.0));
    }

    [Test]
    public void Floats_stay_between_low_and_high()
    {
        var tensor = Recipe(TensorElementType.Float, -1, 1, 10, 100).Draw();
        var values = Enumerable.Range(0, 1000).Select(i => TensorElements.Real(tensor.Type, tensor.Bytes, i)).ToList();
        Assert.That(values, Has.All.InRange(-1, 1));
        Assert.That(values.Average(), Is.EqualTo(0).Within(0.06));
    }

    [Test]
    public void Integers_reach_both_ends()
    {
        var tensor = Recipe(TensorElementType.Int8, -128, 127, 100, 100).Draw();
        var values = Enumerable.Range(0, tensor.Count).Select(i => (int)TensorElements.Integer(tensor.Type, tensor.Bytes, i)).ToList();
        Assert.That(values.Min(), Is.EqualTo(-128));
        Assert.That(values.Max(), Is.EqualTo(127));
    }

    [Test]
    public void Booleans_are_both()
    {
        var tensor = Recipe(TensorElementType.Bool, 0, 1, 50).Draw();
        Assert.That(tensor.Bytes.Distinct(), Is.EquivalentTo(new byte[] { 0, 1 }));
    }

    [Test]
    public void Strings_are_words_of_the_list()
    {
        var recipe = Recipe(TensorElementType.String, 0, 0, 40) with { Words = ["a", "", "naïve"] };
        Assert.That(recipe.Draw().Strings!.Distinct(), Is.EquivalentTo(new[] { "a", "", "naïve" }));
    }

    [Test]
    public void Complex_elements_take_two_numbers_each()
    {
        var tensor = Recipe(TensorElementType.Complex64, 0, 1, 3).Draw();
        Assert.That(tensor.Bytes, Has.Length.EqualTo(24));
        Assert.That(TensorElements.Real(TensorElementType.Float, tensor.Bytes, 5), Is.EqualTo((float)InputRecipe.Uniform(7, 5)));
    }

    private static InputRecipe Recipe(TensorElementType type, double low, double high, params long[] shape) =>
        new(type, shape, Seed: 7, low, high, Words: []);
}
