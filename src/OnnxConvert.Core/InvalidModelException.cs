namespace OnnxConvert;

/// <summary>The model file is broken: truncated, contradictory, or not of the expected format.</summary>
public sealed class InvalidModelException : OnnxConvertException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What is wrong, with the place: table, index, offset, node or tensor.</param>
    /// <param name="innerException">The cause, if another exception revealed it.</param>
    public InvalidModelException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
