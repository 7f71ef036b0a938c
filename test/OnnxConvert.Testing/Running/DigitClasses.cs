using OnnxConvert.Testing.Data;
using OnnxConvert.Testing.Preparing;
using OnnxConvert.Testing.Runtimes;

namespace OnnxConvert.Testing.Running;

/// <summary>
/// Runs the digit classifiers over <c>digits-images.bin</c> (8x8 bytes of 0..16 each) and compares the class of the
/// largest output with TFLite's (<c>golden/NAME.classes.bin</c>) and with the label.
/// </summary>
public sealed class DigitClasses(string folder, IModelConverter converter, ConvertSettings settings, IModelRuntime runtime)
{
    private const int Pixels = 64;

    private readonly byte[] _images = File.ReadAllBytes(Path.Combine(folder, "digits-images.bin"));
    private readonly byte[] _labels = File.ReadAllBytes(Path.Combine(folder, "digits-labels.bin"));

    public IReadOnlyList<DigitClassesResult> RunAll(string? only = null) =>
        [.. Names(folder).Where(name => only is null || name.Contains(only, StringComparison.Ordinal)).Select(Run)];

    /// <summary>The models for which TFLite's classes are recorded.</summary>
    public static IReadOnlyList<string> Names(string folder) =>
        [.. Directory.EnumerateFiles(Path.Combine(folder, "golden"), "*.classes.bin")
            .Select(path => Path.GetFileName(path)[..^".classes.bin".Length])
            .Order(StringComparer.Ordinal)];

    public DigitClassesResult Run(string name)
    {
        byte[] expected = File.ReadAllBytes(Path.Combine(folder, "golden", name + ".classes.bin"));
        var result = new DigitClassesResult(name, _labels.Length) { TfLiteAsLabelled = Equal(expected, _labels) };
        try
        {
            byte[] classes = Predict(name);
            return result with { AsTfLite = Equal(classes, expected), AsLabelled = Equal(classes, _labels) };
        }
        catch (Exception exception)
        {
            return result with { Error = exception.Message };
        }
    }

    private byte[] Predict(string name)
    {
        var @case = GoldenFolder.Read(Path.Combine(folder, name + ".tflite"), Path.Combine(folder, "golden"));
        var like = @case.Steps[0].Inputs()[0];
        using var session = new StatefulSession(runtime.Load(converter.Convert(@case.Model, settings).Onnx, RuntimeSettings.Default));
        var classes = new byte[_images.Length / Pixels];
        for (int i = 0; i < classes.Length; i++)
        {
            var image = Input(_images.AsSpan(i * Pixels, Pixels), like, @case.InputQuantization[0]);
            session.Reset();
            classes[i] = ArgMax(session.Run([image], @case.InputQuantization)[0]);
        }
        return classes;
    }

    private static Tensor Input(ReadOnlySpan<byte> image, Tensor like, Quantization? quantization)
    {
        var pixels = new float[Pixels];
        for (int i = 0; i < Pixels; i++)
            pixels[i] = image[i] / 16f;
        if (quantization is null)
            return Tensor.Of<float>(TensorElementType.Float, like.Shape, pixels);

        var quantized = Array.ConvertAll(pixels, pixel => quantization.FromReal(pixel, like.Type));
        return like.Type switch
        {
            TensorElementType.Int8 => Tensor.Of<sbyte>(like.Type, like.Shape, Array.ConvertAll(quantized, q => (sbyte)q)),
            TensorElementType.UInt8 => Tensor.Of<byte>(like.Type, like.Shape, Array.ConvertAll(quantized, q => (byte)q)),
            _ => Tensor.Of<short>(like.Type, like.Shape, Array.ConvertAll(quantized, q => (short)q)),
        };
    }

    private static byte ArgMax(Tensor scores)
    {
        int best = 0;
        for (int i = 1; i < scores.Count; i++)
        {
            if (TensorElements.Real(scores.Type, scores.Bytes, i) > TensorElements.Real(scores.Type, scores.Bytes, best))
                best = i;
        }
        return (byte)best;
    }

    private static int Equal(byte[] a, byte[] b) => a.Zip(b).Count(pair => pair.First == pair.Second);
}

/// <summary>How many of the images got the class that TFLite gives, and the one on the label.</summary>
public sealed record DigitClassesResult(string Name, int Images)
{
    public int AsTfLite { get; init; }

    public int AsLabelled { get; init; }

    public int TfLiteAsLabelled { get; init; }

    public string? Error { get; init; }

    /// <summary>Two of the 360 may fall on the other side of a near tie.</summary>
    public bool Passed => Error is null && AsTfLite >= Images - 2;
}
