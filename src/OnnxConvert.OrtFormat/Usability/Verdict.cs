namespace OnnxConvert.OrtFormat;

/// <summary>Whether it is worth letting an accelerator run a model.</summary>
public enum Verdict
{
    /// <summary>No: too little of the model goes to it, or data go back and forth too often.</summary>
    No,

    /// <summary>Perhaps: measure it.</summary>
    Maybe,

    /// <summary>Yes: most of the model goes to it in one piece.</summary>
    Yes,
}
