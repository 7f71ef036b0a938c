using Microsoft.ML.OnnxRuntime;
using OnnxConvert.Conformance.OrtFormat;
using OnnxConvert.OrtFormat;

namespace OnnxConvert.Conformance.Foreign;

/// <summary>What stock ONNX Runtime computes of a file as it is, and the inputs that it was given.</summary>
internal sealed class ForeignReference : IDisposable
{
    // Nobody recorded inputs for these files: sizes and integers are tried until the model takes them.
    private static readonly (int Size, int Largest)[] Recipes = [(1, 3), (1, 1), (1, 0), (4, 3), (4, 1), (8, 1), (2, 1), (32, 3), (16, 1), (3, 1)];

    private readonly string _path;

    private ForeignReference(string path, OrtSession session, Dictionary<string, OrtValue> inputs, IReadOnlyList<ValueSnapshot> outputs) =>
        (_path, InputNames, OutputNames, Inputs, Outputs) = (path, session.InputNames, session.OutputNames, inputs, outputs);

    public IReadOnlyList<string> InputNames { get; }

    public IReadOnlyList<string> OutputNames { get; }

    public Dictionary<string, OrtValue> Inputs { get; }

    /// <summary>The outputs in their order.</summary>
    public IReadOnlyList<ValueSnapshot> Outputs { get; }

    /// <summary>What ONNX Runtime makes of the outputs with its own optimizations, which quantize anew what was float between two quantizations.</summary>
    public IReadOnlyList<ValueSnapshot> OptimizedOutputs()
    {
        using var session = new OrtSession(_path, RuntimeSettings.Default);
        return session.Run(Inputs);
    }

    /// <summary>Runs a file.</summary>
    /// <param name="path">An .onnx or .ort file.</param>
    /// <param name="refusal">Why there is nothing to compare with.</param>
    /// <param name="opens">Whether ONNX Runtime opens the file at all.</param>
    public static ForeignReference? Run(string path, out string? refusal, out bool opens)
    {
        opens = false;
        try
        {
            using var session = new OrtSession(path);
            opens = true;
            using var again = new OrtSession(path);
            return Run(path, session, again, out refusal);
        }
        catch (Exception exception) when (exception is OnnxRuntimeException or NotSupportedException)
        {
            refusal = exception.Message;
            return null;
        }
    }

    public void Dispose()
    {
        foreach (OrtValue input in Inputs.Values)
            input.Dispose();
    }

    private static ForeignReference? Run(string path, OrtSession session, OrtSession again, out string? refusal)
    {
        refusal = "an output is optional: ONNX Runtime ends the process where such a one is empty";
        if (session.OutputNames.Any(name => session.Output(name).OnnxValueType == OnnxValueType.ONNX_TYPE_OPTIONAL))
            return null;
        refusal = "an input is no tensor";
        foreach ((int size, int largest) in Recipes)
        {
            if (ModelInputs.Draw(session, size, largest) is not { } inputs)
                return null;
            try
            {
                IReadOnlyList<ValueSnapshot> outputs = session.Run(inputs);
                IReadOnlyList<ValueSnapshot> second = again.Run(inputs);
                refusal = "ONNX Runtime itself computes something else each time";
                return outputs.Zip(second).Any(pair => pair.First.DifferenceTo(pair.Second) is not null)
                    ? null
                    : new ForeignReference(path, session, inputs, outputs);
            }
            catch (OnnxRuntimeException exception)
            {
                refusal = exception.Message;
            }
        }

        return null;
    }
}
