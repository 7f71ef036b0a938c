using OnnxConvert.Core.Tests.Files;
using OnnxConvert.Ir;

namespace OnnxConvert.Core.Tests.Ir;

public class MappedFileTests
{
    [Test]
    public void The_mapping_goes_with_its_last_owner()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Path("w");
        File.WriteAllBytes(path, [1, 2, 3, 4]);
        MappedFile first = MappedFile.Open(path);
        MappedFile second = first.Share();
        ReadOnlyMemory<byte> view = first.Slice(1, 2);
        first.Dispose();
        first.Dispose();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(view.ToArray(), Is.EqualTo(new byte[] { 2, 3 }));
            Assert.That(() => first.Slice(0, 1), Throws.TypeOf<ObjectDisposedException>().With.Message.Contains(path));
            Assert.That(() => first.Share(), Throws.TypeOf<ObjectDisposedException>());
            Assert.That(Mappings.Of(path), Is.EqualTo(1));
        }

        second.Dispose();
        Assert.That(() => view.ToArray(), Throws.TypeOf<ObjectDisposedException>().With.Message.Contains(path));
        Assert.That(() => view.Pin(), Throws.TypeOf<ObjectDisposedException>());
        Assert.That(Mappings.Of(path), Is.Zero);
    }

    [Test]
    public void A_pin_outlives_the_owners()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Path("w");
        File.WriteAllBytes(path, [0, 1, 0, 2, 0]);
        MappedFile file = MappedFile.Open(path);
        TensorData data = TensorData.FromFile(ElementType.UInt16, [2], file, 1);
        TensorPin pin = data.Pin();
        file.Dispose();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(pin.AsSpan<ushort>().ToArray(), Is.EqualTo(new ushort[] { 1, 2 }));
            Assert.That(() => pin.AsSpan<float>().Length, Throws.TypeOf<InvalidOperationException>());
            Assert.That(() => data.Pin(), Throws.TypeOf<ObjectDisposedException>());
            Assert.That(() => data.AsSpan<ushort>().Length, Throws.TypeOf<ObjectDisposedException>());
            Assert.That(Mappings.Of(path), Is.EqualTo(1));
        }

        pin.Dispose();
        pin.Dispose();
        Assert.That(() => pin.Span.Length, Throws.TypeOf<ObjectDisposedException>());
        Assert.That(Mappings.Of(path), Is.Zero);
    }

    [Test]
    public void Memory_of_our_own_and_permuted_views_are_pinned_too()
    {
        using TensorPin own = TensorData.Create<float>([1, 2, 3, 4, 5, 6], 2, 3).Pin();
        using TensorPin permuted = TensorData.Create<float>([1, 2, 3, 4, 5, 6], 2, 3).Transpose(1, 0).Pin();
        using TensorPin none = TensorData.Create<float>([], 0).Pin();
        Assert.That(own.AsSpan<float>().ToArray(), Is.EqualTo(new float[] { 1, 2, 3, 4, 5, 6 }));
        Assert.That(permuted.AsSpan<float>().ToArray(), Is.EqualTo(new float[] { 1, 4, 2, 5, 3, 6 }));
        Assert.That(none.Length, Is.Zero);
    }

    [Test]
    public void Disposing_while_others_read_throws_at_them_and_never_crashes()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Path("w");
        File.WriteAllBytes(path, Enumerable.Repeat((byte)7, 1 << 20).ToArray());
        for (int round = 0; round < 50; round++)
        {
            MappedFile file = MappedFile.Open(path);
            TensorData data = TensorData.FromFile(ElementType.UInt8, [1 << 20], file, 0);
            using var ready = new CountdownEvent(3);
            Task[] readers = [.. Enumerable.Range(0, 3).Select(_ => Task.Run(() => ReadUntilDisposed(data, ready)))];
            ready.Wait();
            file.Dispose();
            Task.WaitAll(readers);
            Assert.That(Mappings.Of(path), Is.Zero);
        }
    }

    [Test]
    public void What_nobody_disposes_goes_with_the_garbage()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Path("w");
        File.WriteAllBytes(path, new byte[100]);
        Forget(path);
        for (int i = 0; i < 10 && Mappings.Of(path) > 0; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.That(Mappings.Of(path), Is.Zero);
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static void Forget(string path)
    {
        TensorPin pin = TensorData.FromFile(ElementType.UInt8, [100], MappedFile.Open(path), 0).Pin();
        Assert.That((pin.Length, Mappings.Of(path)), Is.EqualTo((100, 1)));
    }

    private static void ReadUntilDisposed(TensorData data, CountdownEvent ready)
    {
        ready.Signal();
        while (true)
        {
            try
            {
                using TensorPin pin = data.Pin();
                if (pin.Span.ContainsAnyExcept((byte)7))
                    throw new InvalidOperationException("The memory under a pin changed.");
            }
            catch (ObjectDisposedException)
            {
                return;
            }
        }
    }
}
