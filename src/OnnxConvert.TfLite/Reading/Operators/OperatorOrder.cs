namespace OnnxConvert.TfLite.Reading;

/// <summary>
/// The order in which operators run: that of the file, where it is right. The tensors are few facts per operator here,
/// not yet values, so that each value can be made by its producer.
/// </summary>
internal static class OperatorOrder
{
    /// <summary>The operators, every tensor written before it is read.</summary>
    /// <param name="operators">In the order of the file.</param>
    /// <param name="isGiven">Whether a tensor has contents before the first operator runs: inputs, constants, variables.</param>
    /// <param name="tensorCount">The number of tensors of the subgraph.</param>
    /// <exception cref="InvalidModelException">Two operators write one tensor, or operators wait for each other.</exception>
    public static SourceOperator[] Sort(SourceOperator[] operators, Func<int, bool> isGiven, int tensorCount)
    {
        int[] writers = Writers(operators, tensorCount);
        if (IsOrdered(operators, writers, isGiven))
            return operators;

        var waiting = new int[operators.Length];
        var readers = new List<int>[operators.Length];
        for (int i = 0; i < operators.Length; i++)
        {
            foreach (int writer in Awaited(operators[i], writers, isGiven))
            {
                waiting[i]++;
                (readers[writer] ??= []).Add(i);
            }
        }

        // Of the operators that could run, the first of the file does: what is right already stays as it is.
        var ready = new PriorityQueue<int, int>();
        for (int i = 0; i < operators.Length; i++)
        {
            if (waiting[i] == 0)
                ready.Enqueue(i, i);
        }

        var order = new List<SourceOperator>(operators.Length);
        while (ready.TryDequeue(out int next, out _))
        {
            order.Add(operators[next]);
            foreach (int reader in readers[next] ?? [])
            {
                if (--waiting[reader] == 0)
                    ready.Enqueue(reader, reader);
            }
        }

        if (order.Count < operators.Length)
            throw new InvalidModelException($"{operators[Array.FindIndex(waiting, w => w > 0)].Place} is part of a cycle, or waits for one.");
        return [.. order];
    }

    private static int[] Writers(SourceOperator[] operators, int tensorCount)
    {
        var writers = new int[tensorCount];
        Array.Fill(writers, -1);
        for (int i = 0; i < operators.Length; i++)
        {
            foreach (int output in operators[i].Outputs)
            {
                if (output < 0)
                    continue;
                if (writers[output] >= 0)
                    throw new InvalidModelException($"{operators[i].Place} writes tensor {output}, which {operators[writers[output]].Place} writes too.");
                writers[output] = i;
            }
        }

        return writers;
    }

    private static bool IsOrdered(SourceOperator[] operators, int[] writers, Func<int, bool> isGiven)
    {
        for (int i = 0; i < operators.Length; i++)
        {
            foreach (int writer in Awaited(operators[i], writers, isGiven))
            {
                if (writer >= i)
                    return false;
            }
        }

        return true;
    }

    private static IEnumerable<int> Awaited(SourceOperator op, int[] writers, Func<int, bool> isGiven)
    {
        foreach (int input in op.Inputs)
        {
            if (input >= 0 && writers[input] >= 0 && !isGiven(input))
                yield return writers[input];
        }
    }
}
