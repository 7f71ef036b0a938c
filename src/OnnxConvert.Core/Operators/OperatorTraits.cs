namespace OnnxConvert.Operators;

/// <summary>What holds for every node of an operator, whatever its inputs are.</summary>
[Flags]
public enum OperatorTraits
{
    /// <summary>Nothing in particular.</summary>
    None = 0,

    /// <summary>Two runs on equal inputs may give different results.</summary>
    Random = 1,

    /// <summary>Each element of the result depends on the elements at the same place of the inputs only, broadcast where shapes differ.</summary>
    Elementwise = 2,

    /// <summary>The elements of the result are elements of the data inputs, unchanged; the other inputs say which.</summary>
    MovesData = 4,
}
