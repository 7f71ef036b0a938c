using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Microsoft.Arrangement;

/// <summary>Pad: amounts for all axes, [2 * rank] or [1, 2 * rank], as an input.</summary>
[Defines("Pad", Domains.Microsoft)]
internal sealed class PadOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|Pad|1||data:T:float16/float/double:;pads::int64:;value:T:float16/float/double:?|output:T:float16/float/double:|mode:string=constant
        """;

    public override OperatorTraits Traits => OperatorTraits.MovesData;

    internal override bool IsData(int input) => input is 0 or 2;

    public override void Infer(InferenceCall c)
    {
        if (c.Shape(0) is not { } x)
        {
            c.Set(0, c.Type(0), null);
            return;
        }

        Shape shape = Dims.OfRank(x.Rank);
        if (c.Constant(1) is { } pads)
        {
            if (pads.Length != 2 * x.Rank)
                c.Fail($"there are {pads.Length} pads for {x.Rank} axes");
            shape = new Shape(x.Select((d, i) => Dims.Add(d, pads[i] + pads[i + x.Rank])));
        }

        c.Set(0, c.Type(0), shape);
    }
}
