namespace BuyingGroups.Portal.Features.Imports.Running;

/// <summary>
/// Remembers the keys of a file and the line each first stood on, in about 20 bytes a key whatever its length: 64 bits of hash instead of
/// the text. Among ten million keys the chance that two different ones are taken for the same is about one in 400,000.
/// </summary>
public sealed class SeenKeys
{
    private ulong[] _hashes = new ulong[1 << 12];
    private uint[] _lines = new uint[1 << 12];
    private int _count;

    /// <summary>Remembers <paramref name="key"/>; gives the earlier line when it is already known, otherwise 0.</summary>
    public long Add(ReadOnlySpan<char> key, long line)
    {
        if (_count * 10L > _hashes.Length * 7L)
            Grow();
        var hash = Hash(key);
        var slot = Find(_hashes, hash);
        if (_hashes[slot] == hash)
            return _lines[slot];
        _hashes[slot] = hash;
        _lines[slot] = (uint)Math.Min(line, uint.MaxValue);
        _count++;
        return 0;
    }

    private static int Find(ulong[] hashes, ulong hash)
    {
        var mask = hashes.Length - 1;
        var slot = (int)(hash >> 32) & mask;
        while (hashes[slot] != 0 && hashes[slot] != hash)
            slot = (slot + 1) & mask;
        return slot;
    }

    private void Grow()
    {
        var hashes = new ulong[_hashes.Length * 2];
        var lines = new uint[hashes.Length];
        for (var i = 0; i < _hashes.Length; i++)
        {
            if (_hashes[i] == 0)
                continue;
            var slot = Find(hashes, _hashes[i]);
            hashes[slot] = _hashes[i];
            lines[slot] = _lines[i];
        }
        (_hashes, _lines) = (hashes, lines);
    }

    private static ulong Hash(ReadOnlySpan<char> key)
    {
        var hash = 0x9E3779B97F4A7C15UL ^ (ulong)key.Length;
        foreach (var character in key)
        {
            var high = Math.BigMul(hash ^ character, 0xD6E8FEB86659FD93UL, out var low);
            hash = high ^ low;
        }
        hash ^= hash >> 32;
        hash *= 0xD6E8FEB86659FD93UL;
        hash ^= hash >> 32;
        // 0 marks an empty place.
        return hash == 0 ? 1 : hash;
    }
}
