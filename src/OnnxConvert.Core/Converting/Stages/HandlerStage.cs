using OnnxConvert.Converting.State;
using OnnxConvert.Converting.Tensors;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.Converting.Stages;

/// <summary>The second stage: converts operator by operator into a new graph.</summary>
internal sealed class HandlerStage(RegistrationBuilder registry, ConversionOptions options, int opset, ConversionReport report, CancellationToken cancellationToken)
{
    private static string ProducerVersion => typeof(HandlerStage).Assembly.GetName().Version?.ToString(3) ?? "";

    /// <param name="graphs">The source model's graphs by index.</param>
    /// <param name="main">The index of the one to convert, with those that it runs.</param>
    /// <param name="outputNames">Names for its outputs; null for those of the tensors.</param>
    internal Model Run(IReadOnlyList<Graph> graphs, int main, IReadOnlyList<string>? outputNames)
    {
        // A state is taken to keep the shape that it has at the start. Where it turns out to change, all is written anew; each
        // round opens at least one more dimension.
        var openShapes = new Dictionary<string, Shape>();
        while (true)
        {
            ConversionReport.Mark mark = report.TakeMark();
            if (Run(graphs, main, outputNames, openShapes) is { } model)
                return model;
            report.ReturnTo(mark);
        }
    }

    private Model? Run(IReadOnlyList<Graph> graphs, int main, IReadOnlyList<string>? outputNames, Dictionary<string, Shape> openShapes)
    {
        Graph source = graphs[main];
        var target = new Graph(source.Name.Length > 0 ? source.Name : "main");
        var run = new ConversionRun(registry, options, opset, report, graphs, cancellationToken);
        var emit = new Emitter(target, opset, run.Names, options.Kernels);
        TensorMap tensors = run.NewTensorMap(emit);
        var states = new StateTable(run, tensors, openShapes);
        var scope = new GraphScope(emit, states);
        var boundary = new TargetBoundary(source, emit, tensors, run.Names, options, outputNames);

        boundary.AddInputs();
        new GraphConverter(run, scope, tensors).Convert(source);
        Dictionary<string, Shape> changed = states.ChangedShapes(scope);
        if (changed.Count > 0)
        {
            foreach ((string name, Shape shape) in changed)
                openShapes[name] = shape;
            return null;
        }

        if (run.Unsupported.Count > 0)
            throw new UnsupportedModelException(run.Unsupported);

        var model = new Model(target) { ProducerName = "OnnxConvert", ProducerVersion = ProducerVersion };
        boundary.AddOutputs();
        boundary.AddProperties(model);
        states.AddOutputs(scope, model);
        if (EmittedNodes.FindFault(boundary.OutputNodes, opset) is { } fault)
            throw new UnsupportedModelException($"What the model says about its outputs does not fit together ({fault}).");
        model.OpsetImports[""] = opset;
        foreach ((string domain, long version) in emit.OtherDomains)
            model.OpsetImports[domain] = version;
        return model;
    }
}
