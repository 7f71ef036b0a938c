namespace OnnxConvert.Operators;

/// <summary>How often a formal input or output of an operator occurs in a node.</summary>
public enum ParameterOption
{
    /// <summary>Exactly once.</summary>
    Single,

    /// <summary>Once, or left out: as an empty name, or by ending the list before it.</summary>
    Optional,

    /// <summary>Any number of times from <see cref="OperatorParameter.MinimumCount"/> on; always the last parameter.</summary>
    Variadic,
}
