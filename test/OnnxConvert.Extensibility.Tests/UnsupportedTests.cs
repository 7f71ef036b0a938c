using Acme.Models;
using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.Extensibility;

public class UnsupportedTests
{
    [Test]
    public void Everything_that_cannot_be_converted_is_in_one_exception()
    {
        Conversion conversion = new SourceGraph(ElementType.Int32).Custom("Softshrink").Custom("Unknown").Custom("EveryOther", 2).Custom("Softshrink").Convert()
            .Using(typeof(SoftshrinkHandler).Assembly);
        UnsupportedModelException exception = Assert.Throws<UnsupportedModelException>(() => conversion.ToOnnx(18))!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(exception.Items.Select(item => item.Node), Is.EqualTo(new[] { "Softshrink_1", "Unknown_2", "Softshrink_4" }));
            Assert.That(exception.Items[0], Is.EqualTo(new UnsupportedItem("Softshrink", "Softshrink_1", "x", "takes float or int8, not Int32")));
            Assert.That(exception.Message, Does.Contain("in 3 places").And.Contains("PassThrough"));
        }
    }

    [Test]
    public void A_handler_that_forgets_a_result_is_told_of()
    {
        Conversion conversion = new SourceGraph().Custom("Foo").Convert()
            .Configure(registry => registry.AddHandler("tflite.custom", "Foo", new IdleHandler()));
        Assert.That(() => conversion.ToOnnx(18), Throws.TypeOf<UnsupportedModelException>().With.Message.Contains("its handler does not compute this output"));
    }

    private sealed class IdleHandler : IOpHandler
    {
        public void Convert(OpContext op)
        {
        }
    }
}
