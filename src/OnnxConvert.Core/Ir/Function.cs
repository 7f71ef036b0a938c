namespace OnnxConvert.Ir;

/// <summary>An operator that a model defines itself, by a graph.</summary>
public sealed class Function
{
    private Annotations _annotations;

    /// <summary>A function with an empty body.</summary>
    public Function(string domain, string name)
    {
        Domain = domain;
        Name = name;
        Body = new Graph(name);
    }

    /// <summary>The domain of the operator.</summary>
    public string Domain { get; set; }

    /// <summary>The name of the operator.</summary>
    public string Name { get; set; }

    /// <summary>Tells functions of one name apart; normally empty.</summary>
    public string Overload { get; set; } = "";

    /// <summary>A description for people, or null.</summary>
    public string? DocString { get; set; }

    /// <summary>The body; its inputs and outputs are those of the operator.</summary>
    public Graph Body { get; }

    /// <summary>The names of the attributes without a default.</summary>
    public IList<string> AttributeNames { get; } = [];

    /// <summary>The attributes with their defaults.</summary>
    public IList<NodeAttribute> AttributeDefaults { get; } = [];

    /// <summary>The operator sets that the body uses: domain to version.</summary>
    public OrderedDictionary<string, long> OpsetImports { get; } = [];

    /// <summary>Named remarks that travel with the function.</summary>
    public OrderedDictionary<string, string> Metadata { get; } = [];

    /// <summary>What a file format or a pass keeps of the function beyond this class.</summary>
    public ref Annotations Annotations => ref _annotations;
}
