namespace OnnxConvert.TfLite.Tests.Handlers;

/// <summary>Numbers to test with, the same ones every time.</summary>
internal static class Samples
{
    public static float[] Floats(int count, int seed = 1, float min = -1, float max = 1)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => min + (random.NextSingle() * (max - min)))];
    }
}
