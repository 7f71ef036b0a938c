using Microsoft.ML.OnnxRuntime;
using OnnxConvert.OrtFormat;

namespace OnnxConvert.Conformance.OrtFormat;

/// <summary>
/// Takes a model three ways: written by us as .ort; written by ONNX Runtime as .ort, read and written again by us; and that back to
/// ONNX. On each it must compute, in stock ONNX Runtime, bit for bit what the ONNX model computes.
/// </summary>
internal static class OrtRoundTrips
{
    private static readonly OrtOptions Plain = new() { OptimizationLevel = OptimizationLevel.None };

    /// <param name="name">The name of the model.</param>
    /// <param name="path">Its .onnx file.</param>
    public static OrtResult Run(string name, string path)
    {
        using var folder = new TemporaryFolder();
        return Run(name, path, folder.Path("saved.ort"));
    }

    private static OrtResult Run(string name, string path, string saved)
    {
        IReadOnlyList<ValueSnapshot> expected;
        Dictionary<string, OrtValue> inputs;
        bool isSaved = true;
        try
        {
            OrtSession session = OpenAndSave(path, saved, out isSaved);
            using (session)
            {
                // What we cannot feed from here is only loaded.
                inputs = ModelInputs.For(session, Path.GetDirectoryName(path)!) ?? [];
                expected = inputs.Count < session.InputNames.Count ? [] : session.Run(inputs);
            }
        }
        catch (Exception exception) when (exception is OnnxRuntimeException or NotSupportedException or InvalidDataException)
        {
            return new OrtResult(name, Stage.Skipped) { Error = FirstLine(exception) };
        }

        var way = "ONNX to ORT";
        var stage = Stage.Convert;
        var sizes = (Ours: 0L, Theirs: isSaved ? new FileInfo(saved).Length : 0L);
        try
        {
            byte[] ours = OnnxModel.Load(path).ToOrt(Plain).ToBytes();
            sizes.Ours = ours.Length;
            Compare(ours);
            if (!isSaved)
                return new OrtResult(name, Stage.Pass) { Sizes = sizes };

            way = "ORT to ORT";
            stage = Stage.Convert;
            OrtModel theirs = OrtModel.Load(saved);
            Compare(theirs.ToBytes());

            way = "ORT to ONNX";
            stage = Stage.Convert;
            Compare(theirs.ToOnnx().ToBytes());
            return new OrtResult(name, Stage.Pass) { Sizes = sizes };
        }
        catch (Exception exception)
        {
            if (exception is UnsupportedModelException)
                stage = Stage.Unsupported;
            return new OrtResult(name, stage) { Error = $"{way}: {FirstLine(exception)}", Sizes = sizes };
        }
        finally
        {
            foreach (OrtValue input in inputs.Values)
                input.Dispose();
        }

        void Compare(byte[] model)
        {
            stage = Stage.Load;
            using var session = new OrtSession(model);
            if (inputs.Count < session.InputNames.Count)
                return;
            stage = Stage.Run;
            IReadOnlyList<ValueSnapshot> actual = session.Run(inputs);
            stage = Stage.Wrong;
            for (int i = 0; i < expected.Count; i++)
            {
                if (actual[i].DifferenceTo(expected[i]) is { } difference)
                    throw new InvalidDataException($"output {i}: {difference}");
            }
        }
    }

    // ONNX Runtime opens some models that it cannot save in its format.
    private static OrtSession OpenAndSave(string path, string saved, out bool isSaved)
    {
        try
        {
            isSaved = true;
            return new OrtSession(path, saved);
        }
        catch (OnnxRuntimeException)
        {
            isSaved = false;
            return new OrtSession(path);
        }
    }

    private static string FirstLine(Exception exception) =>
        (exception is OnnxConvertException or OnnxRuntimeException or InvalidDataException ? exception.Message : exception.ToString()).ReplaceLineEndings(" ");
}
