using OnnxConvert.Ir;
using static OnnxConvert.TfLite.Tests.SourceGraphs;

namespace OnnxConvert.TfLite.Tests.Handlers;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class ReadVariableHandlerTests
{
    private readonly SourceGraphs _model = new();

    [Test]
    public void Reading_before_and_after_writing_gives_both()
    {
        Graph main = _model.Add("main");
        Value x = main.Vector("x");
        Value before = main.Read("last", 2);
        main.Assign("last", x);
        main.AddOutput(main.Op(TfLiteOps.Sub, [main.Read("last", 2), before]));
        Assert.That(_model.Run([Feed(1, 2)], [Feed(5, 5)]), Is.EqualTo(new float[][] { [1, 2], [4, 3] }));
    }

    [Test]
    public void What_is_no_variable_is_refused()
    {
        Graph main = _model.Add("main");
        main.AddOutput(main.Op(TfLiteOps.ReadVariable, [main.Vector("x")]));
        Assert.That(() => _model.Conversion().ToOnnx(), Throws.TypeOf<UnsupportedModelException>().With.Message.Contains("VAR_HANDLE"));
    }
}
