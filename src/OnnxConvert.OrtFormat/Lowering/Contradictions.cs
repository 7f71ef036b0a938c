using OnnxConvert.Rewriting;

namespace OnnxConvert.OrtFormat.Lowering;

/// <summary>
/// Files say more than what readers check: types and shapes of values may contradict the operators around them, as in damaged
/// files. What stumbles over that ends as a documented exception.
/// </summary>
internal static class Contradictions
{
    /// <summary>Works on a model.</summary>
    /// <exception cref="InvalidModelException">The work stumbled.</exception>
    public static T Guard<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception exception) when (PassFault.IsOfCode(exception))
        {
            throw new InvalidModelException($"The model contradicts itself, as in a type or shape that does not fit an operator: {exception.Message}", exception);
        }
    }
}
