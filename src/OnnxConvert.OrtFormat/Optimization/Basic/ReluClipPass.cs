using OnnxConvert.Ir;
using OnnxConvert.Operators.Evaluation;
using OnnxConvert.Rewriting;

namespace OnnxConvert.OrtFormat.Optimization.Basic;

/// <summary>Relu → Clip with a constant minimum → Clip with a minimum of at least 0, where nobody else reads the Relu. (FuseReluClip)</summary>
internal sealed class ReluClipPass : NodeOptimizer
{
    protected override bool Optimize(Node node, Graph graph, OptimizerContext context)
    {
        if (!node.Is("Relu") || Neighbours.OnlyReader(node) is not { } clip || !clip.Is("Clip") || !ReferenceEquals(clip.Inputs[0], node.Outputs[0]))
            return false;
        if (context.Opset < 11)
        {
            if (clip.Attributes.Float("min", float.MinValue) < 0)
                clip.Attributes.Set(new NodeAttribute("min", 0f));
        }
        else if (clip.Input(1) is not { } min)
        {
            SetMinimum(clip, graph, node.Inputs[0]!.ElementType);
        }
        else if (min.Constant is not { ElementCount: 1, ElementType: ElementType.Float or ElementType.Float16 or ElementType.Double } data)
        {
            return false;
        }
        else if (Elements.Read<double>(data)[0] < 0)
        {
            SetMinimum(clip, graph, data.ElementType);
        }

        return Fusion.Bypass(node);
    }

    private static void SetMinimum(Node clip, Graph graph, ElementType type)
    {
        while (clip.Inputs.Count < 2)
            clip.AddInput(null);
        clip.SetInput(1, graph.AddInitializer("min", Numbers.Scalar(0, type)));
    }
}
