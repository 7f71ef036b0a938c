namespace OnnxConvert.Emission;

/// <summary>The permutations between channels last, as TFLite has it, and channels first, as ONNX has it.</summary>
public static class Layouts
{
    /// <summary>N, spatial..., C to N, C, spatial...: (0, r-1, 1, ..., r-2).</summary>
    public static int[] ToChannelsFirst(int rank)
    {
        var permutation = new int[rank];
        for (int i = 2; i < rank; i++)
            permutation[i] = i - 1;
        permutation[1] = rank - 1;
        return permutation;
    }

    /// <summary>N, C, spatial... to N, spatial..., C: (0, 2, ..., r-1, 1).</summary>
    public static int[] ToChannelsLast(int rank)
    {
        var permutation = new int[rank];
        for (int i = 1; i < rank - 1; i++)
            permutation[i] = i + 1;
        permutation[rank - 1] = 1;
        return permutation;
    }
}
