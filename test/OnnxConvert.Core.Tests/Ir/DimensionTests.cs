using OnnxConvert.Ir;

namespace OnnxConvert.Core.Tests.Ir;

public class DimensionTests
{
    [Test]
    public void A_dimension_is_a_size_a_symbol_or_unknown()
    {
        Dimension size = 0, symbol = "batch";
        using (Assert.EnterMultipleScope())
        {
            Assert.That((size.Size, size.IsStatic, size.IsUnknown, size.ToString()), Is.EqualTo((0L, true, false, "0")));
            Assert.That((symbol.Size, symbol.Symbol, symbol.IsStatic, symbol.IsUnknown, symbol.ToString()), Is.EqualTo((default(long?), "batch", false, false, "batch")));
            Assert.That((default(Dimension), Dimension.Unknown.IsUnknown, Dimension.Unknown.ToString()), Is.EqualTo((Dimension.Unknown, true, "?")));
        }
    }

    [Test]
    public void Equality_is_that_of_size_and_symbol()
    {
        Assert.That(new Dimension(3), Is.EqualTo((Dimension)3L).And.Not.EqualTo(new Dimension("3")).And.Not.EqualTo(Dimension.Unknown));
        Assert.That(new Dimension("n"), Is.EqualTo((Dimension)"n").And.Not.EqualTo(new Dimension("m")));
    }

    [Test]
    public void Negative_sizes_and_empty_symbols_are_refused()
    {
        Assert.That(() => new Dimension(-1), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => new Dimension(""), Throws.ArgumentException);
    }
}
