namespace OnnxConvert;

/// <summary>
/// The conversion itself failed: what came out is not a valid ONNX model. The fault lies with this library or with a
/// handler, rewriter or optimizer that was added to it; the message says what is wrong with the result.
/// </summary>
public sealed class ConversionException : OnnxConvertException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What is wrong with the result.</param>
    /// <param name="innerException">What revealed it.</param>
    public ConversionException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
