using OnnxConvert.Files.Proto;

namespace OnnxConvert.Files.Reading;

/// <summary>What an ONNX file says of a value beyond <see cref="Ir.Value"/>.</summary>
internal sealed class ValueExtras
{
    /// <summary>The type as the file had it, when it carries denotations; written back while the value's type is still the same.</summary>
    public TypeProto? Type { get; set; }

    /// <summary>The initializer's message without its contents: description, metadata.</summary>
    public TensorProto? Tensor { get; set; }

    /// <summary>Whether an initializer stands in value_info too.</summary>
    public bool IsInValueInfo { get; set; }

    public static ValueExtras Of(Ir.Value value)
    {
        if (value.Annotations.Get<ValueExtras>() is { } extras)
            return extras;
        extras = new ValueExtras();
        value.Annotations.Set(extras);
        return extras;
    }
}
