using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>Changes the case of strings.</summary>
/// <param name="action">The case, as StringNormalizer names it.</param>
/// <remarks>With an empty encoding TensorFlow changes ASCII letters only, as the locale C does; with utf-8 it changes all.</remarks>
internal abstract class StringCaseHandler(string action) : IOpHandler
{
    public void Convert(OpContext op)
    {
        Emitter emit = op.Emit;
        Value x = op.Declared(0);
        List<NodeAttribute> attributes = [new("case_change_action", action)];
        if (op.Text("encoding").Length == 0)
            attributes.Add(new NodeAttribute("locale", "C"));
        // The operator takes vectors.
        Value y = emit.Node("StringNormalizer", [emit.Reshape(x, -1)], [.. attributes]);
        op.DeclaredResult(0, emit.Reshape(y, emit.Shape(x)));
    }
}
