using OnnxConvert.Ir;

namespace OnnxConvert.OrtFormat.Optimization;

/// <summary>
/// Inputs with default contents → constants, in models of the file format before version 4. There every constant had to be an
/// input, and ONNX Runtime does not let callers replace it.
/// </summary>
internal static class OverridableConstants
{
    private const int FirstWithPlainConstants = 4;

    internal static void Settle(Model model)
    {
        if (model.IrVersion is 0 or >= FirstWithPlainConstants)
            return;
        Graph graph = model.Graph;
        foreach (Value input in graph.Inputs.Where(input => input.Initializer is not null).ToArray())
        {
            string name = input.Name;
            Value constant = graph.AddInitializer(name, input.Initializer!);
            Graph.ReplaceAllUses(input, constant);
            constant.Name = name;
            graph.RemoveInput(input);
        }

        model.IrVersion = FirstWithPlainConstants;
    }
}
