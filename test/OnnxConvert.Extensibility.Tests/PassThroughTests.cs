using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.Extensibility;

public class PassThroughTests
{
    [Test]
    public void Writes_the_operator_as_a_node_of_another_domain()
    {
        Conversion conversion = new SourceGraph().Custom("Whiten").Convert();
        #region pass-through
        ConversionResult result = conversion
            .PassThrough("Whiten", domain: "com.acme")
            .ToOnnx(18);
        #endregion
        Node node = result.Model.Graph.Nodes.Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That((node.Domain, node.OpType), Is.EqualTo(("com.acme", "Whiten")));
            Assert.That(result.Model.OpsetImports["com.acme"], Is.EqualTo(1));
            Assert.That(result.Report.Operators.Single().Remarks, Has.One.EqualTo("passed through to domain 'com.acme'"));
        }
    }
}
