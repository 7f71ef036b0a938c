using System.Collections.Immutable;
using System.Text;
using OnnxConvert.Core.Tests.Files;
using OnnxConvert.Ir;

namespace OnnxConvert.Core.Tests.Ir;

public class TensorDataTests
{
    [Test]
    public void Created_data_is_a_copy()
    {
        float[] values = [1, 2];
        TensorData data = TensorData.Create<float>(values, 2, 1);
        values[0] = 9;
        Assert.That(data.AsSpan<float>().ToArray(), Is.EqualTo(new float[] { 1, 2 }));
        Assert.That((data.ToString(), data.Rank, data.ElementCount, data.ByteLength), Is.EqualTo(("float32[2,1]", 2, 2L, 8L)));
    }

    [Test]
    public void Data_over_bytes_is_a_view()
    {
        byte[] bytes = [1, 2, 3];
        TensorData data = TensorData.FromBytes(ElementType.UInt8, [3], bytes).Reshape(1, 3);
        bytes[0] = 9;
        Assert.That(data.Bytes.ToArray(), Is.EqualTo(new byte[] { 9, 2, 3 }));
    }

    [Test]
    public void Wrong_sizes_are_refused_with_the_numbers()
    {
        Assert.That(() => TensorData.FromBytes(ElementType.Float, [2], new byte[7]), Throws.ArgumentException.With.Message.Contains("8 bytes, not 7"));
        Assert.That(() => TensorData.FromBytes(ElementType.Int4, [3], new byte[1]), Throws.ArgumentException.With.Message.Contains("2 bytes, not 1"));
        Assert.That(() => TensorData.FromBytes(ElementType.String, [0], default), Throws.ArgumentException);
        Assert.That(() => TensorData.Create<int>([1, 2, 3], 2, 2), Throws.ArgumentException);
        Assert.That(() => TensorData.Vector(1f, 2f).Reshape(3), Throws.ArgumentException.With.Message.Contains("2 elements"));
        Assert.That(() => TensorData.Vector(1f, 2f).Reshape(-1, -2), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => TensorData.Vector(1f).AsSpan<long>(), Throws.InvalidOperationException);
        Assert.That(() => TensorData.FromStrings([2], [default]), Throws.ArgumentException);
    }

    [Test]
    public void Mapped_files_are_viewed_reshaped_and_copied()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.Path("w"), [0, 0, 1, 0, 2, 0, 3, 0]);
        using MappedFile file = MappedFile.Open(folder.Path("w"));
        var data = TensorData.FromFile(ElementType.Int16, [3], file, 2);
        using var copy = new MemoryStream();
        data.Reshape(3, 1).CopyTo(copy);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(data.AsSpan<short>().ToArray(), Is.EqualTo(new short[] { 1, 2, 3 }));
            Assert.That(copy.ToArray(), Is.EqualTo(new byte[] { 1, 0, 2, 0, 3, 0 }));
            Assert.That(data.Reshape(1, 3).Transpose(1, 0).AsSpan<short>().ToArray(), Is.EqualTo(new short[] { 1, 2, 3 }));
            Assert.That(() => TensorData.FromFile(ElementType.Int16, [3], file, 4), Throws.TypeOf<ArgumentOutOfRangeException>().With.Message.Contains("8 bytes"));
            Assert.That(() => TensorData.FromFile(ElementType.Int16, [3], file, -1), Throws.TypeOf<ArgumentOutOfRangeException>());
            Assert.That(() => file.Slice(7, 2), Throws.TypeOf<ArgumentOutOfRangeException>());
        }
    }

    [Test]
    public void An_empty_file_can_be_mapped()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.Path("empty"), []);
        using MappedFile file = MappedFile.Open(folder.Path("empty"));
        Assert.That((file.Length, file.Slice(0, 0).Length), Is.EqualTo((0L, 0)));
    }

    [Test]
    public void Transposing_moves_elements([Values(1, 2, 4, 8, 16)] int size)
    {
        byte[] numbers = [.. Enumerable.Range(0, 24).SelectMany(n => Enumerable.Repeat((byte)n, size))];
        ElementType type = size switch { 1 => ElementType.UInt8, 2 => ElementType.Int16, 4 => ElementType.Float, 8 => ElementType.Double, _ => ElementType.Complex128 };
        TensorData transposed = TensorData.FromBytes(type, [2, 3, 4], numbers).Transpose(2, 0, 1);
        byte[] expected = [.. from k in Enumerable.Range(0, 4) from i in Enumerable.Range(0, 2) from j in Enumerable.Range(0, 3) from b in Enumerable.Range(0, size) select (byte)((i * 12) + (j * 4) + k)];
        Assert.That(transposed.Dims, Is.EqualTo(new long[] { 4, 2, 3 }));
        Assert.That(transposed.Bytes.ToArray(), Is.EqualTo(expected));
    }

    [Test]
    public void Transposing_sub_byte_elements_repacks_them()
    {
        // 1 2 3 / 4 5 6, two elements in a byte, the first in the low bits.
        TensorData data = TensorData.FromBytes(ElementType.UInt4, [2, 3], new byte[] { 0x21, 0x43, 0x65 });
        Assert.That(data.Transpose(1, 0).Bytes.ToArray(), Is.EqualTo(new byte[] { 0x41, 0x52, 0x63 }));
        TensorData two = TensorData.FromBytes(ElementType.Int2, [2, 3], new byte[] { 0b_00_11_10_01, 0b_0000_10_01 });
        Assert.That(two.Transpose(1, 0).Bytes.ToArray(), Is.EqualTo(new byte[] { 0b_01_10_00_01, 0b_0000_10_11 }));
    }

    [Test]
    public void Strings_are_transposed_and_reshaped()
    {
        ImmutableArray<ReadOnlyMemory<byte>> words = [.. "a b c d e f".Split(' ').Select(word => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(word))];
        var transposed = (StringTensorData)TensorData.FromStrings([6], words).Reshape(2, 3).Transpose(1, 0);
        Assert.That(string.Concat(transposed.Values.Select(word => Encoding.UTF8.GetString(word.Span))), Is.EqualTo("adbecf"));
        Assert.That(transposed.Dims, Is.EqualTo(new long[] { 3, 2 }));
        Assert.That(() => transposed.Bytes, Throws.InvalidOperationException);
    }

    [Test]
    public void Transposes_compose_and_cancel()
    {
        TensorData data = TensorData.Create<byte>([.. Enumerable.Range(0, 24).Select(n => (byte)n)], 2, 3, 4);
        TensorData there = data.Transpose(2, 0, 1);
        Assert.That(there.Transpose(1, 2, 0).Bytes, Is.EqualTo(data.Bytes), "the same memory");
        Assert.That(there.Transpose(1, 0, 2).Bytes.ToArray(), Is.EqualTo(data.Transpose(0, 2, 1).Bytes.ToArray()));
        Assert.That(there.Reshape(8, 3).Bytes.ToArray(), Is.EqualTo(there.Bytes.ToArray()));
    }

    [Test]
    public void Moving_dimensions_of_size_1_copies_nothing()
    {
        byte[] bytes = [1, 2, 3, 4, 5, 6];
        TensorData moved = TensorData.FromBytes(ElementType.UInt8, [1, 2, 1, 3], bytes).Transpose(1, 2, 3, 0);
        bytes[0] = 9;
        Assert.That(moved.Dims, Is.EqualTo(new long[] { 2, 1, 3, 1 }));
        Assert.That(moved.Bytes.Span[0], Is.EqualTo(9));
    }

    [Test]
    public void Empty_and_scalar_tensors_can_be_transposed()
    {
        Assert.That(TensorData.Create<float>([], 2, 0, 3).Transpose(2, 1, 0).Bytes.Length, Is.Zero);
        Assert.That(TensorData.Scalar(5f).Transpose().AsSpan<float>()[0], Is.EqualTo(5));
    }

    [TestCase(new[] { 0 })]
    [TestCase(new[] { 0, 0 })]
    [TestCase(new[] { 0, 2 })]
    [TestCase(new[] { -1, 0 })]
    public void What_is_no_permutation_is_refused(int[] permutation)
    {
        TensorData data = TensorData.Create<byte>([1, 2, 3, 4, 5, 6], 2, 3);
        Assert.That(() => data.Transpose(permutation), Throws.ArgumentException);
        Assert.That(() => data.Transpose(1, 0).Transpose(permutation), Throws.ArgumentException);
    }
}
