using OnnxConvert.Testing.Data;

namespace OnnxConvert.Testing.Comparing;

/// <summary>How much a pass says.</summary>
public static class Evidence
{
    /// <summary>
    /// Whether the recorded outputs of different inputs count as equal among themselves, so that a model which ignores
    /// its input would pass as well. Random weights under a softmax do that.
    /// </summary>
    public static bool IsWeak(ConformanceCase @case)
    {
        if (@case.Steps.Count < 2 || @case.InputQuantization.Count == 0)
            return false;
        var first = @case.Steps[0].Outputs;
        return @case.Steps.Skip(1).All(step => step.Outputs.Zip(first).All(pair => Same(pair.First, pair.Second, @case.Rules)));
    }

    private static bool Same(ExpectedOutput a, ExpectedOutput b, ComparisonRules rules)
    {
        if (a.SampleCount != b.SampleCount || !a.Shape.AsSpan().SequenceEqual(b.Shape))
            return false;
        // The samples of the second, taken as if they were a whole output.
        var samples = new Tensor(b.Type, b.Shape, b.Samples.ToArray(), b.Strings?.ToArray());
        return OutputComparer.Compare(a with { Stride = 1 }, samples, rules).Problem is null;
    }
}
