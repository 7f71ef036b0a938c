using OnnxConvert.Ir;

namespace OnnxConvert.Core.Tests.Ir;

public class ShapeTests
{
    [Test]
    public void Open_dimensions_leave_sizes_and_count_unknown()
    {
        var shape = new Shape("batch", 3, Dimension.Unknown);
        Assert.That((shape.Rank, shape.IsStatic, shape.ElementCount, shape.ToSizes(), shape.ToString()), Is.EqualTo((3, false, default(long?), default(long[]), "[batch,3,?]")));
    }

    [TestCase(new long[] { }, 1L)]
    [TestCase(new long[] { 2, 3, 4 }, 24L)]
    [TestCase(new long[] { 5, 0 }, 0L)]
    [TestCase(new[] { 1L << 40, 1L << 40 }, null)]
    [TestCase(new[] { 1L << 32, 1L << 31 }, null)]
    public void The_count_is_the_product_where_it_fits_63_bits(long[] sizes, long? expected) =>
        Assert.That(Shape.Of(sizes).ElementCount, Is.EqualTo(expected));

    [Test]
    public void Equality_compares_dimensions()
    {
        Shape a = new("n", 2), b = new("n", 2);
        Assert.That((a, a.GetHashCode()), Is.EqualTo((b, b.GetHashCode())));
        Assert.That(a, Is.Not.EqualTo(new Shape("m", 2)).And.Not.EqualTo(new Shape("n", 2, 1)));
        Assert.That(Shape.Of(), Is.EqualTo(Shape.Scalar));
    }

    [Test]
    public void With_and_Permute_give_new_shapes()
    {
        Shape shape = new(1, 2, "c");
        Assert.That(shape.With(1, 7), Is.EqualTo(new Shape(1, 7, "c")));
        Assert.That(shape.Permute([2, 0, 1]), Is.EqualTo(new Shape("c", 1, 2)));
        Assert.That(shape, Is.EqualTo(new Shape(1, 2, "c")));
    }

    [Test]
    public void Negative_sizes_are_refused() => Assert.That(() => Shape.Of(2, -1), Throws.TypeOf<ArgumentOutOfRangeException>());
}
