namespace OnnxConvert.Files;

/// <summary>
/// An annotation of a model or graph that was read from a file: something is wrong there that reading puts right, and writing with it,
/// while other readers of the file refuse it.
/// </summary>
/// <param name="Problem">What the file does, as in "states no IR version".</param>
public sealed record ReadingRepair(string Problem);
