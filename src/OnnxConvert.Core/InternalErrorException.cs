using System.Reflection;

namespace OnnxConvert;

/// <summary>
/// Something failed that never should, whatever the model and the options are: the fault lies with this library, or with a handler,
/// rewriter or optimizer that was added to it. The message says where; <see cref="Exception.InnerException"/> says what happened.
/// </summary>
public sealed class InternalErrorException : OnnxConvertException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="place">What failed: a pass, a handler with its node, or what was being done.</param>
    /// <param name="reason">What happened there.</param>
    /// <param name="innerException">What revealed it, or null.</param>
    public InternalErrorException(string place, string reason, Exception? innerException = null)
        : base($"{place} failed, which it never should. Please report it together with the model; this is OnnxConvert {Version}. {reason}", innerException)
    {
        Place = place;
    }

    /// <summary>What failed.</summary>
    public string Place { get; }

    private static string Version { get; } =
        typeof(InternalErrorException).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "of unknown version";

    /// <summary>The exception for an unexpected one.</summary>
    /// <param name="place">What failed.</param>
    /// <param name="exception">What was caught, of which <see cref="IsCausedBy"/> is true.</param>
    public static InternalErrorException Of(string place, Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return new InternalErrorException(place, $"{exception.GetType().Name}: {exception.Message}", exception);
    }

    /// <summary>
    /// Whether an exception says nothing about the model, the machine or the caller's wishes, so that it is a fault of the code that threw it.
    /// What this library says, files that cannot be read or written, memory that runs out and cancellation are none.
    /// </summary>
    public static bool IsCausedBy(Exception exception) => exception
        is not (OnnxConvertException or OperationCanceledException or OutOfMemoryException or InsufficientExecutionStackException
            or IOException or UnauthorizedAccessException or ObjectDisposedException);

    /// <summary>Does some work on a model; what fails unexpectedly ends as this exception.</summary>
    /// <param name="place">What is being done, for the message.</param>
    /// <param name="work">The work.</param>
    /// <exception cref="InternalErrorException">The work failed unexpectedly.</exception>
    public static T Guard<T>(string place, Func<T> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        try
        {
            return work();
        }
        catch (Exception exception) when (IsCausedBy(exception))
        {
            throw Of(place, exception);
        }
    }
}
