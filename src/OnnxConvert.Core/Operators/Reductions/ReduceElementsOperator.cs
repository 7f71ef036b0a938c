using System.Numerics;
using OnnxConvert.Ir;
using OnnxConvert.Numerics;
using OnnxConvert.Operators.Evaluation;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Reductions;

/// <summary>ReduceSum, ReduceProd, ReduceMax, ReduceMin, ReduceMean (of reals). The axes became an input in opset 13 or 18.</summary>
[Defines("ReduceSum"), Defines("ReduceProd"), Defines("ReduceMax"), Defines("ReduceMin"), Defines("ReduceMean")]
internal sealed class ReduceElementsOperator : ReduceOperator
{
    public override bool CanEvaluate => true;

    internal override TensorData? Evaluate(EvaluationCall c)
    {
        TensorData data = c[0];
        long[] axes = c.Ints(1, "axes") ?? [];
        if (axes.Length == 0 && c.Attributes.Int("noop_with_empty_axes") != 0)
            return data;
        bool[] isReduced = new bool[data.Rank];
        for (int i = 0; i < data.Rank; i++)
            isReduced[i] = axes.Length == 0;
        foreach (long axis in axes)
            isReduced[Indexing.Axis(axis, data.Rank)] = true;
        if (data.ElementType.IsFloat())
            return Reduce<double>(c, isReduced, Elements.Write);
        return c.OpType == "ReduceMean" ? null : Reduce<Int128>(c, isReduced, Elements.Write);
    }

    private static TensorData? Reduce<T>(EvaluationCall c, bool[] isReduced, ElementOperations.Writer<T> write)
        where T : struct, INumber<T>
    {
        TensorData data = c[0];
        long[] kept = [.. data.Dims.Select((size, axis) => isReduced[axis] ? 1 : size)];
        T[] values = Elements.Read<T>(data);
        int[] targets = Indexing.Broadcast(kept, data.Dims.AsSpan());
        var results = new T?[checked((int)Indexing.Count(kept))];
        Func<T, T, T> combine = Operation<T>(c.OpType);
        for (int i = 0; i < values.Length; i++)
            results[targets[i]] = results[targets[i]] is { } result ? combine(result, values[i]) : values[i];
        if (values.Length == 0)
            return null;

        T count = c.OpType == "ReduceMean" ? T.CreateChecked(values.Length / results.Length) : T.One;
        long[] dims = c.Attributes.Int("keepdims", 1) != 0 ? kept : [.. data.Dims.Where((_, axis) => !isReduced[axis])];
        return write(Array.ConvertAll(results, result => result!.Value / count), data.ElementType, dims);
    }

    private static Func<T, T, T> Operation<T>(string opType)
        where T : INumber<T> => opType switch
        {
            "ReduceProd" => (a, b) => a * b,
            "ReduceMax" => T.Max,
            "ReduceMin" => T.Min,
            _ => (a, b) => a + b,
        };
}
