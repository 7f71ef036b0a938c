namespace OnnxConvert.OrtFormat;

/// <summary>A configuration of required operators is not written as the format asks.</summary>
public sealed class InvalidConfigurationException : OnnxConvertException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What is wrong, with the line.</param>
    /// <param name="innerException">The cause, if another exception revealed it.</param>
    public InvalidConfigurationException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
