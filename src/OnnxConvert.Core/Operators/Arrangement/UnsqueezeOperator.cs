using OnnxConvert.Ir;
using OnnxConvert.Numerics;
using OnnxConvert.Operators.Evaluation;
using OnnxConvert.Operators.Inference;
using OnnxConvert.Operators.Layout;

namespace OnnxConvert.Operators.Arrangement;

/// <summary>Unsqueeze: with more dimensions of size 1.</summary>
[Defines("Unsqueeze")]
internal sealed class UnsqueezeOperator : OperatorDefinition
{
    public override OperatorTraits Traits => OperatorTraits.MovesData;

    public override LayoutRule Layout => UnsqueezeLayoutRule.Instance;

    public override bool CanEvaluate => true;

    public override void Infer(InferenceCall c) => c.Set(0, c.Type(0), Unsqueeze(c));

    private static Shape? Unsqueeze(InferenceCall c)
    {
        if (c.Shape(0) is not { } x || c.IntsOrInput("axes", 1) is not { } axes)
            return null;
        int rank = x.Rank + axes.Length;
        var added = new bool[rank];
        foreach (long axis in axes)
            added[c.Axis(axis, rank)] = true;
        if (added.Count(a => a) != axes.Length)
            c.Fail($"the axes [{string.Join(',', axes)}] repeat one");
        var source = new Queue<Dimension>(x);
        return new Shape(added.Select(isNew => isNew ? 1 : source.Dequeue()));
    }

    internal override TensorData? Evaluate(EvaluationCall c) => c[0].Reshape(Unsqueezed(c));

    private static long[] Unsqueezed(EvaluationCall c)
    {
        TensorData data = c[0];
        long[] axes = c.Ints(1, "axes") ?? throw new ArgumentException("Unsqueeze lacks its axes.");
        int rank = data.Rank + axes.Length;
        HashSet<int> inserted = [.. axes.Select(axis => Indexing.Axis(axis, rank))];
        var rest = new Queue<long>(data.Dims);
        return [.. Enumerable.Range(0, rank).Select(axis => inserted.Contains(axis) ? 1 : rest.Dequeue())];
    }
}
