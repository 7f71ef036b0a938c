using OnnxConvert.Ir;

namespace OnnxConvert.Core.Tests.Ir;

public class ElementTypesTests
{
    [Test]
    public void Every_type_but_strings_has_a_size_and_every_one_a_name()
    {
        foreach (ElementType type in Enum.GetValues<ElementType>())
        {
            Assert.That(type.BitSize() > 0, Is.EqualTo(type is not (ElementType.String or ElementType.Undefined)), type.ToString());
            Assert.That(type.OnnxName(), Is.EqualTo(type.OnnxName().ToLowerInvariant()).And.Not.Empty);
        }
    }

    [Test]
    public void Every_type_is_of_one_kind()
    {
        ElementType[] neither = [ElementType.Undefined, ElementType.String, ElementType.Bool, ElementType.Complex64, ElementType.Complex128];
        foreach (ElementType type in Enum.GetValues<ElementType>())
            Assert.That((type.IsFloat() ? 1 : 0) + (type.IsSignedInteger() ? 1 : 0) + (type.IsUnsignedInteger() ? 1 : 0), Is.EqualTo(neither.Contains(type) ? 0 : 1), type.ToString());
    }

    [TestCase(ElementType.Int4, 3, 2)]
    [TestCase(ElementType.UInt2, 5, 2)]
    [TestCase(ElementType.UInt2, 0, 0)]
    [TestCase(ElementType.Float, 3, 12)]
    [TestCase(ElementType.Complex128, 2, 32)]
    [TestCase(ElementType.String, 5, 0)]
    public void Byte_lengths_fill_up_the_last_byte(ElementType type, long count, long expected) =>
        Assert.That(type.ByteLength(count), Is.EqualTo(expected));

    [Test]
    public void Sizes_beyond_64_bits_overflow() => Assert.That(() => ElementType.Double.ByteLength(long.MaxValue), Throws.TypeOf<OverflowException>());

    [TestCase(ElementType.Int2, -2, 1)]
    [TestCase(ElementType.UInt4, 0, 15)]
    [TestCase(ElementType.Int8, -128, 127)]
    [TestCase(ElementType.UInt16, 0, 65535)]
    [TestCase(ElementType.Int64, long.MinValue, long.MaxValue)]
    [TestCase(ElementType.UInt64, 0, long.MaxValue)]
    public void Ranges_are_those_of_the_width(ElementType type, long min, long max) => Assert.That(type.IntegerRange(), Is.EqualTo((min, max)));

    [Test]
    public void Only_integers_have_a_range() => Assert.That(() => ElementType.Bool.IntegerRange(), Throws.ArgumentException);

    [Test]
    public void CLR_types_have_their_element_type()
    {
        Assert.That((ElementTypes.Of<float>(), ElementTypes.Of<sbyte>(), ElementTypes.Of<Half>(), ElementTypes.Of<bool>()), Is.EqualTo((ElementType.Float, ElementType.Int8, ElementType.Float16, ElementType.Bool)));
        Assert.That(() => ElementTypes.Of<Guid>(), Throws.ArgumentException);
        Assert.That((ElementType.Float.OnnxName(), ElementType.Float.DisplayName()), Is.EqualTo(("float", "float32")));
    }
}
