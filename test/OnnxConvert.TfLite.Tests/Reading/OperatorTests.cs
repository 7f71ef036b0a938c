using OnnxConvert.Converting;
using OnnxConvert.TfLite.Schema;

namespace OnnxConvert.TfLite.Tests.Reading;

public class OperatorTests
{
    [Test]
    public void Options_become_attributes_named_as_the_fields()
    {
        var writer = Pooling(out uint code);
        var options = Pool2DOptions.CreatePool2DOptions(writer.Builder, Padding.VALID, 2, 3, 4, 5, ActivationFunctionType.RELU6);
        writer.Operator(code, [0], [1], BuiltinOptions.Pool2DOptions, options.Value);
        writer.Subgraph([0], [1]);

        var node = TfLiteReader.Read(writer.Write()).Model.Graph.Nodes.Single();
        Assert.That((node.Domain, node.OpType), Is.EqualTo((TfLiteOps.Domain, TfLiteOps.MaxPool2D)));
        Assert.That(
            node.Attributes.Select(a => a.ToString()),
            Is.EqualTo(new[] { "padding=1", "stride_w=2", "stride_h=3", "filter_width=4", "filter_height=5", "fused_activation_function=3" }));
    }

    [Test]
    public void Without_options_there_are_no_attributes()
    {
        var writer = Pooling(out uint code);
        writer.Operator(code, [0], [1]);
        writer.Subgraph([0], [1]);

        Assert.That(TfLiteReader.Read(writer.Write()).Model.Graph.Nodes.Single().Attributes, Is.Empty);
    }

    [Test]
    public void Custom_operators_keep_their_code_and_options()
    {
        var writer = new ModelWriter();
        writer.Tensor("x", [1]);
        writer.Tensor("y", []);
        writer.Operator(writer.Code(BuiltinOperator.CUSTOM, "MyOp"), [0, -1], [1], custom: [1, 2, 3]);
        writer.Subgraph([0], [1]);

        var node = TfLiteReader.Read(writer.Write()).Model.Graph.Nodes.Single();
        Assert.That((node.Domain, node.OpType), Is.EqualTo((TfLiteOps.CustomDomain, "MyOp")));
        Assert.That(node.Attributes.Find("custom_options")!.StringBytes.ToArray(), Is.EqualTo(new byte[] { 1, 2, 3 }));
        Assert.That(node.Inputs[1], Is.Null);
        Assert.That(node.Outputs[0].Shape, Is.Null, "an empty shape says nothing about a custom operator's output");
    }

    [Test]
    public void Codes_of_later_schemas_keep_their_number()
    {
        var writer = new ModelWriter();
        writer.Tensor("x", [1]);
        writer.Tensor("y", [1]);
        writer.Operator(writer.Code((BuiltinOperator)5000), [0], [1]);
        writer.Subgraph([0], [1]);

        Assert.That(TfLiteReader.Read(writer.Write()).Model.Graph.Nodes.Single().OpType, Is.EqualTo("BUILTIN_5000"));
    }

    [Test]
    public void Operators_are_put_into_an_order_that_works()
    {
        var writer = Chain();
        writer.Add(1, 1, 2);
        writer.Add(0, 0, 1);
        writer.Subgraph([0], [2]);

        var names = TfLiteReader.Read(writer.Write()).Model.Graph.Nodes.Select(n => n.Outputs[0].Name);
        Assert.That(names, Is.EqualTo(new[] { "b", "c" }));
    }

    [Test]
    public void An_operator_may_write_over_an_input()
    {
        var writer = Chain();
        writer.Add(0, 0, 0);
        writer.Add(0, 0, 1);
        writer.Subgraph([0], [1]);

        var graph = TfLiteReader.Read(writer.Write()).Model.Graph;
        var first = graph.Nodes.First();
        Assert.That(first.Inputs[0], Is.SameAs(graph.Inputs[0]));
        Assert.That(graph.Nodes.Last().Inputs[0], Is.SameAs(first.Outputs[0]));
    }

    [Test]
    public void Wrong_order_and_indices_are_refused()
    {
        Refused(w => { w.Add(2, 0, 1); w.Add(1, 0, 2); }, "part of a cycle");
        Refused(w => { w.Add(0, 0, 1); w.Add(0, 0, 1); }, "writes tensor 1, which Operator 0 (ADD) of subgraph 0 writes too");
        Refused(w => w.Add(0, 9, 2), "input 1 is tensor 9; the subgraph has 3 tensors");
        Refused(w => w.Add(0, -2, 2), "input 1 is tensor -2");
        Refused(w => w.Operator(7, [0], [2]), "operator code index 7; the model has 0 operator codes");
        Refused(w => w.Operator(w.Code(BuiltinOperator.CUSTOM), [0], [2]), "custom operator without a name");
    }

    [TestCase(1, "Subgraph 1 runs itself")]
    [TestCase(0, "Subgraph 0 runs itself")]
    [TestCase(2, "refers to subgraph 2; the model has 2 subgraphs")]
    [TestCase(-1, "refers to subgraph -1")]
    public void References_between_subgraphs_are_checked(int target, string message)
    {
        var writer = new ModelWriter();
        uint code = writer.Code(BuiltinOperator.CALL_ONCE);
        Call(writer, code, 1);
        Call(writer, code, target);

        Assert.That(() => TfLiteReader.Read(writer.Write()), Throws.TypeOf<InvalidModelException>().With.Message.Contains(message));
    }

    [Test]
    public void Signatures_name_values()
    {
        var writer = Chain();
        writer.Add(0, 0, 2);
        writer.Subgraph([0], [2]);
        writer.Signature("serve", 0, [("in", 0)], [("out", 2)]);

        var model = TfLiteReader.Read(writer.Write());
        var signature = model.Signatures.Single();
        Assert.That((signature.Key, signature.Inputs[0].Key, signature.Outputs[0].Key), Is.EqualTo(("serve", "in", "out")));
        Assert.That(signature.Inputs[0].Value, Is.SameAs(model.Model.Graph.Inputs[0]));
        Assert.That(signature.Outputs[0].Value, Is.SameAs(model.Model.Graph.Outputs[0]));
    }

    [Test]
    public void Variables_are_marked_and_have_no_contents()
    {
        var writer = new ModelWriter();
        writer.Tensor("x", [1]);
        writer.Tensor("state", [1], isVariable: true);
        writer.Tensor("y", [1]);
        writer.Add(0, 1, 2);
        writer.Subgraph([0], [2]);

        var state = TfLiteReader.Read(writer.Write()).Model.Graph.Nodes.Single().Inputs[1]!;
        Assert.That((state.Producer, state.Constant, state.Metadata[SourceModel.VariableKey]), Is.EqualTo(((object?)null, (object?)null, "state")));
    }

    private static ModelWriter Pooling(out uint code)
    {
        var writer = new ModelWriter();
        writer.Tensor("x", [1, 4, 4, 1]);
        writer.Tensor("y", [1, 2, 2, 1]);
        code = writer.Code(BuiltinOperator.MAX_POOL_2D);
        return writer;
    }

    private static ModelWriter Chain()
    {
        var writer = new ModelWriter();
        foreach (string name in (string[])["a", "b", "c"])
            writer.Tensor(name, [1]);
        return writer;
    }

    private static void Call(ModelWriter writer, uint code, int subgraph)
    {
        var options = CallOnceOptions.CreateCallOnceOptions(writer.Builder, subgraph);
        writer.Operator(code, [], [], BuiltinOptions.CallOnceOptions, options.Value);
        writer.Subgraph([], []);
    }

    private static void Refused(Action<ModelWriter> operators, string message)
    {
        var writer = Chain();
        operators(writer);
        writer.Subgraph([0], [2]);
        Assert.That(() => TfLiteReader.Read(writer.Write()), Throws.TypeOf<InvalidModelException>().With.Message.Contains(message));
    }
}
