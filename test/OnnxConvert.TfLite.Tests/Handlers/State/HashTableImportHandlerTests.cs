using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Handlers;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class HashTableImportHandlerTests
{
    private readonly SourceGraph _graph = new();

    [Test]
    public void First_import_and_first_of_equal_keys_stay()
    {
        Value keys = _graph.Input<long>([1, 2, 3]);
        _graph.Import(_graph.Table(), _graph.Constant<long>([1, 1, 2]), _graph.Strings("one", "uno", "two"));
        _graph.Import(_graph.Table(), _graph.Constant<long>([3]), _graph.Strings("three"));
        _graph.Import(_graph.Table(2), _graph.Strings("one", "uno", "two", "three"), _graph.Constant<long>([1, 10, 2, 3]));
        Value names = _graph.Find(_graph.Table(), keys, _graph.Strings("none"), 3);
        _graph.Output(_graph.Find(_graph.Table(2), names, _graph.Constant([-1L]), 3));
        Assert.That(_graph.Run<long>(), Is.EqualTo(new long[] { 1, 2, -1 }));
    }

    [Test]
    public void Computed_contents_are_refused()
    {
        _graph.Import(_graph.Table(), _graph.Input([1L]), _graph.Strings("one"));
        _graph.Output(_graph.Size(_graph.Table()));
        Assert.That(() => _graph.Operators(), Throws.TypeOf<UnsupportedModelException>().With.Message.Contains("constant"));
    }

    [Test]
    public void Other_types_are_refused()
    {
        _graph.Import(_graph.Table(), _graph.Constant([1L]), _graph.Constant([2L]));
        _graph.Output(_graph.Size(_graph.Table()));
        Assert.That(() => _graph.Operators(), Throws.TypeOf<UnsupportedModelException>().With.Message.Contains("strings"));
    }
}
