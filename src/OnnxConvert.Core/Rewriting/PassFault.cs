namespace OnnxConvert.Rewriting;

/// <summary>Exceptions that say that code relied on something that does not hold, as opposed to those that say something about the model.</summary>
internal static class PassFault
{
    internal static bool IsOfCode(Exception exception) => exception
        is ArgumentException or InvalidOperationException or IndexOutOfRangeException or ArithmeticException
        or NotSupportedException or KeyNotFoundException or InvalidCastException or NullReferenceException;

    /// <summary>Runs a pass; what it relied on wrongly is told as its fault.</summary>
    internal static T Guard<T>(string pass, Func<T> run)
    {
        try
        {
            return run();
        }
        catch (Exception exception) when (IsOfCode(exception))
        {
            throw Of(pass, $"{exception.GetType().Name}: {exception.Message}", exception);
        }
    }

    /// <summary>What to tell the caller when a rewriter or an optimizer fails, which is never the caller's fault.</summary>
    internal static ConversionException Of(string pass, string reason, Exception? exception = null) =>
        new($"The pass {pass} failed, which it never should; please report it together with the model. {reason}", exception);
}
