namespace OnnxConvert.Ir;

/// <summary>A graph with all that a file says about it.</summary>
public sealed class Model
{
    /// <summary>A model around a graph.</summary>
    public Model(Graph graph) => Graph = graph;

    /// <summary>The main graph.</summary>
    public Graph Graph { get; }

    /// <summary>The version of the ONNX file format, or 0 to choose it from the operator sets when the model is saved.</summary>
    public long IrVersion { get; set; }

    /// <summary>The program that made the model.</summary>
    public string ProducerName { get; set; } = "";

    /// <summary>The version of that program.</summary>
    public string ProducerVersion { get; set; } = "";

    /// <summary>The namespace of the model, in reversed DNS form.</summary>
    public string Domain { get; set; } = "";

    /// <summary>The version of the model itself.</summary>
    public long ModelVersion { get; set; }

    /// <summary>A description for people, or null.</summary>
    public string? DocString { get; set; }

    /// <summary>The operator sets that the model uses: domain (empty for ONNX's own) to version.</summary>
    public OrderedDictionary<string, long> OpsetImports { get; } = [];

    /// <summary>Named remarks that travel with the model.</summary>
    public OrderedDictionary<string, string> Metadata { get; } = [];

    /// <summary>The operators that the model defines itself.</summary>
    public IList<Function> Functions { get; } = [];

    /// <summary>What a file format keeps of the model beyond this class.</summary>
    internal object? Extras { get; set; }
}
