using OnnxConvert.Operators.Layout;
using OnnxConvert.Optimizers.Layout;

namespace OnnxConvert.Core.Tests.Optimizers.Layout;

public class PermutationTests
{
    private readonly Permutation _toFirst = new([0, 3, 1, 2]);

    [Test]
    public void The_inverse_undoes()
    {
        Assert.That(_toFirst.Inverse.ToString(), Is.EqualTo("(0,2,3,1)"));
        Assert.That((_toFirst.Then(_toFirst.Inverse).IsIdentity, _toFirst.Inverse.Then(_toFirst).IsIdentity, _toFirst.IsIdentity), Is.EqualTo((true, true, false)));
    }

    [Test]
    public void One_after_the_other_is_as_two_transposes()
    {
        string[] dims = ["n", "h", "w", "c"];
        Permutation next = new([2, 0, 3, 1]);
        string[] once = Apply(Apply(dims, _toFirst), next);
        Assert.That(Apply(dims, _toFirst.Then(next)), Is.EqualTo(once));
    }

    [TestCase(3, 1)]
    [TestCase(-1, 1)]
    [TestCase(1, 2)]
    [TestCase(-4, 0)]
    public void Axes_move_along(long axis, int expected) => Assert.That(_toFirst.NewAxis(axis), Is.EqualTo(expected));

    [Test]
    public void Without_is_the_permutation_of_what_remains()
    {
        Assert.That(_toFirst.Without([1, 2]).IsIdentity, Is.True);
        Assert.That(_toFirst.Without([1]).ToString(), Is.EqualTo("(0,2,1)"));
        Assert.That(_toFirst.Without([0, 1, 2, 3]).Rank, Is.Zero);
    }

    [Test]
    public void Equality_is_that_of_the_axes()
    {
        Permutation same = new([0, 3, 1, 2]);
        Assert.That((_toFirst, _toFirst.GetHashCode()), Is.EqualTo((same, same.GetHashCode())));
        Assert.That(_toFirst, Is.Not.EqualTo(Permutation.Identity(4)));
        Assert.That(Permutation.Identity(3), Is.Not.EqualTo(Permutation.Identity(4)));
    }

    private static string[] Apply(string[] dims, Permutation permutation) => [.. permutation.Axes.ToArray().Select(axis => dims[axis])];
}
