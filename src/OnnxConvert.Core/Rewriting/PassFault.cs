namespace OnnxConvert.Rewriting;

/// <summary>Exceptions that say that code relied on something that does not hold, as opposed to those that say something about the model.</summary>
internal static class PassFault
{
    internal static bool IsOfCode(Exception exception) => exception
        is ArgumentException or InvalidOperationException or IndexOutOfRangeException or ArithmeticException
        or NotSupportedException or KeyNotFoundException or InvalidCastException or NullReferenceException;

    /// <summary>What to tell the caller when a rewriter or an optimizer fails, which is never the caller's fault.</summary>
    internal static ConversionException Of(string pass, Exception exception) =>
        new($"The pass {pass} failed, which it never should; please report it together with the model. {exception.GetType().Name}: {exception.Message}", exception);
}
