namespace OnnxConvert;

/// <summary>The root of all exceptions that say something about a model, as opposed to a wrong call.</summary>
public abstract class OnnxConvertException : Exception
{
    /// <summary>Creates the exception with a message that a user can act on.</summary>
    protected OnnxConvertException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
