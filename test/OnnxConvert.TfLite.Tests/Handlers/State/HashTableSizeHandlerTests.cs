
namespace OnnxConvert.TfLite.Tests.Handlers;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class HashTableSizeHandlerTests
{
    private readonly SourceGraph _graph = new();

    [Test]
    public void Equal_keys_count_once()
    {
        _graph.Import(_graph.Table(), _graph.Constant<long>([1, 1, 2]), _graph.Strings("one", "uno", "two"));
        _graph.Output(_graph.Size(_graph.Table()));
        Assert.That(_graph.Run<long>(), Is.EqualTo(new[] { 2L }));
    }

    [Test]
    public void Table_is_empty_before_it_is_filled()
    {
        _graph.Output(_graph.Size(_graph.Table()));
        Assert.That(_graph.Run<long>(), Is.EqualTo(new[] { 0L }));
    }

    [Test]
    public void What_is_no_table_is_refused()
    {
        _graph.Output(_graph.Size(_graph.Input([1L])));
        Assert.That(() => _graph.Operators(), Throws.TypeOf<UnsupportedModelException>().With.Message.Contains("HASHTABLE"));
    }
}
