namespace OnnxConvert.Cli.Requirements;

/// <summary>Names of nodes as people can read them; <c>--json</c> has them whole.</summary>
internal static class NodeNames
{
    // Names that TensorFlow's converter joins from those of fused nodes have hundreds of letters.
    private const int Longest = 48;

    public static string Short(string name) => name.Length <= Longest ? name : name[..(Longest - 1)] + "…";
}
