// Draws the packages' icon, 128 x 128 pixels:  dotnet run tools/draw-icon.cs -- src/icon.png
// A graph on a rounded square: two nodes lead to one, which leads on.
using System.Buffers.Binary;
using System.IO.Compression;

const int Size = 128;

(double X, double Y)[] nodes = [(34, 34), (34, 94), (72, 64), (104, 64)];
(int From, int To)[] edges = [(0, 2), (1, 2), (2, 3)];
double[] radii = [12, 12, 15, 8];

var rows = new byte[Size * (1 + (4 * Size))];
for (int y = 0; y < Size; y++)
{
    for (int x = 0; x < Size; x++)
        Pixel(x + 0.5, y + 0.5).CopyTo(rows.AsSpan((y * (1 + (4 * Size))) + 1 + (4 * x)));
}

using var file = new MemoryStream();
file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
var header = new byte[13];
BinaryPrimitives.WriteInt32BigEndian(header, Size);
BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), Size);
(header[8], header[9]) = (8, 6);   // 8 bits each of red, green, blue and alpha
Chunk("IHDR", header);
Chunk("IDAT", Compress(rows));
Chunk("IEND", []);
File.WriteAllBytes(args[0], file.ToArray());

byte[] Pixel(double x, double y)
{
    // Signed distances to the shapes' edges, in pixels: half a pixel to each side is where a colour fades.
    double square = Length(Math.Max(Math.Abs(x - 64) - 40, 0), Math.Max(Math.Abs(y - 64) - 40, 0)) - 22;
    double lines = edges.Min(edge => Segment(x, y, nodes[edge.From], nodes[edge.To])) - 3;
    double circles = nodes.Select((node, i) => Length(x - node.X, y - node.Y) - radii[i]).Min();
    double result = Length(x - nodes[2].X, y - nodes[2].Y) - radii[2];

    double[] colour = [24 + (y / 6), 58 + (y / 5), 138 + (y / 4)];
    Blend(colour, [220, 232, 255], Cover(lines));
    Blend(colour, [255, 255, 255], Cover(circles));
    Blend(colour, [255, 176, 32], Cover(result));
    return [(byte)colour[0], (byte)colour[1], (byte)colour[2], (byte)Math.Round(255 * Cover(square))];
}

static double Cover(double distance) => Math.Clamp(0.5 - distance, 0, 1);

static double Length(double x, double y) => Math.Sqrt((x * x) + (y * y));

static void Blend(double[] colour, double[] over, double cover)
{
    for (int i = 0; i < 3; i++)
        colour[i] += (over[i] - colour[i]) * cover;
}

static double Segment(double x, double y, (double X, double Y) a, (double X, double Y) b)
{
    (double dx, double dy) = (b.X - a.X, b.Y - a.Y);
    double t = Math.Clamp((((x - a.X) * dx) + ((y - a.Y) * dy)) / ((dx * dx) + (dy * dy)), 0, 1);
    return Length(x - a.X - (t * dx), y - a.Y - (t * dy));
}

static byte[] Compress(byte[] bytes)
{
    using var packed = new MemoryStream();
    using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize))
        zlib.Write(bytes);
    return packed.ToArray();
}

void Chunk(string name, byte[] data)
{
    byte[] body = [.. System.Text.Encoding.ASCII.GetBytes(name), .. data];
    Span<byte> number = stackalloc byte[4];
    BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
    file.Write(number);
    file.Write(body);
    BinaryPrimitives.WriteUInt32BigEndian(number, Checksum(body));
    file.Write(number);
}

// CRC-32 as the PNG specification defines it.
static uint Checksum(ReadOnlySpan<byte> bytes)
{
    uint crc = uint.MaxValue;
    foreach (byte b in bytes)
    {
        crc ^= b;
        for (int bit = 0; bit < 8; bit++)
            crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
    }

    return ~crc;
}
