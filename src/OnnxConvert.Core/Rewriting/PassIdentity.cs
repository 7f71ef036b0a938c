namespace OnnxConvert.Rewriting;

/// <summary>Names a pass of a library, so that others can be put beside it or in its place without knowing its class.</summary>
/// <param name="name">What it is called in messages.</param>
public sealed class PassIdentity(string name)
{
    /// <summary>What it is called in messages.</summary>
    public string Name { get; } = name;

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
