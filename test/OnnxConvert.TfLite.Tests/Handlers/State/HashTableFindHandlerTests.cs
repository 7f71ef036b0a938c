using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Handlers;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class HashTableFindHandlerTests
{
    private readonly SourceGraph _graph = new();

    [Test]
    public void Keys_that_are_not_there_give_the_default()
    {
        Value names = Names();
        _graph.Import(_graph.Table(), _graph.Strings("b", "a"), _graph.Constant<long>([20, 10]));
        _graph.Output(_graph.Find(_graph.Table(), names, _graph.Constant([-1L]), 3));
        Assert.That(_graph.Run<long>(), Is.EqualTo(new long[] { 10, -1, 20 }));
    }

    [Test]
    public void Default_may_be_computed()
    {
        Value names = Names();
        Value otherwise = _graph.Input([-5L]);
        _graph.Import(_graph.Table(), _graph.Strings("b", "a"), _graph.Constant<long>([20, 10]));
        _graph.Output(_graph.Find(_graph.Table(), names, otherwise, 3));
        Assert.That(_graph.Run<long>(), Is.EqualTo(new long[] { 10, -5, 20 }));
    }

    [Test]
    public void Empty_table_gives_the_default_alone()
    {
        Value names = Names();
        _graph.Output(_graph.Find(_graph.Table(), names, _graph.Constant([-1L]), 3));
        Assert.That(_graph.Run<long>(), Is.EqualTo(new long[] { -1, -1, -1 }));
    }

    [Test]
    public void Keys_of_another_type_are_refused()
    {
        Value keys = _graph.Input([1L]);
        _graph.Import(_graph.Table(), _graph.Strings("b"), _graph.Constant<long>([20]));
        _graph.Output(_graph.Find(_graph.Table(), keys, _graph.Constant([-1L]), 1));
        Assert.That(() => _graph.Operators(), Throws.TypeOf<UnsupportedModelException>().With.Message.Contains("string"));
    }

    [Test]
    public void What_is_no_table_is_refused()
    {
        Value keys = _graph.Input([1L]);
        _graph.Output(_graph.Find(keys, keys, _graph.Constant([-1L]), 1));
        Assert.That(() => _graph.Operators(), Throws.TypeOf<UnsupportedModelException>().With.Message.Contains("HASHTABLE"));
    }

    /// <summary>"a", "none", "b", found by numbers in another table.</summary>
    private Value Names()
    {
        Value numbers = _graph.Input<long>([1, 3, 2]);
        _graph.Import(_graph.Table(1), _graph.Constant<long>([1, 2]), _graph.Strings("a", "b"));
        return _graph.Find(_graph.Table(1), numbers, _graph.Strings("none"), 3);
    }
}
