using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>The options <c>seed</c> and <c>seed2</c>. Where both are 0, every run is different.</summary>
internal static class RandomSeed
{
    /// <summary>The attribute <c>seed</c>, or nothing.</summary>
    internal static NodeAttribute[] Seed(this OpContext op)
    {
        op.Remark("the random numbers are those of the runtime's generator, which has the same distribution");
        (long first, long second) = (op.Int("seed"), op.Int("seed2"));
        return first == 0 && second == 0 ? [] : [new NodeAttribute("seed", (float)unchecked((int)((first * 31) + second)))];
    }
}
