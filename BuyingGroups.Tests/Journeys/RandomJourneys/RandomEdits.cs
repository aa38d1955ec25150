using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Edits;
using BuyingGroups.Domain.Journeys.Nodes;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Tests.Conditions;

namespace BuyingGroups.Tests.Journeys.RandomJourneys;

/// <summary>Tries random edits, sensible and not, with a clipboard that goes from one to the next.</summary>
public sealed class RandomEdits(int seed)
{
    private readonly Random _random = new(seed);
    private readonly RandomSettings _settings = new(new Random(seed));
    private JourneyFragment? _clipboard;

    /// <summary>What came of one edit of a document; refused as often as people would be.</summary>
    public Outcome<JourneyEdit> Try(JourneyDocument document)
    {
        if (document.Start is null)
            return JourneyEdits.SetStart(document, new AccountAudienceSettings(1, null));
        var (node, place) = (Node(document), Place(document));
        return _random.Next(24) switch
        {
            0 or 1 or 2 or 3 => JourneyEdits.Insert(document, place, Settings()),
            4 => JourneyEdits.Delete(document, node),
            5 => JourneyEdits.Delete(document, [node, Node(document)]),
            6 => JourneyEdits.Rename(document, node, _settings.Name()),
            7 => JourneyEdits.ChangeSettings(document, node, Other(document.Node(node)?.Settings)),
            8 => JourneyEdits.ChangeSettings(document, _settings.Journey()),
            9 or 10 => JourneyEdits.AddPath(document, node, (PathKind)_random.Next(2, 5)),
            11 => JourneyEdits.RemovePath(document, place),
            12 => JourneyEdits.ReorderPath(document, place, _random.Next(-1, 5)),
            13 => JourneyEdits.RenamePath(document, place, _settings.Name()),
            14 => JourneyEdits.ChangeCondition(document, place, RandomConditions.Tree(_random, ConditionScope.Account, 1)),
            15 => JourneyEdits.ChangePercent(document, place, _random.Next(0, 101)),
            16 => JourneyEdits.DistributeEvenly(document, node),
            17 => JourneyEdits.Join(document, [place, .. Enumerable.Range(0, _random.Next(1, 3)).Select(_ => Place(document))]),
            18 => document.Nodes.Values.Where(other => other.Settings is MergeSettings).Select(other => (NodeId?)other.Id).FirstOrDefault() is { } merge && _random.Next(2) == 0
                ? JourneyEdits.JoinTo(document, [place, .. Enumerable.Range(0, _random.Next(2)).Select(_ => Place(document))], merge)
                : JourneyEdits.Unjoin(document, place),
            19 or 20 => OfPiece(document, piece => JourneyEdits.Move(document, piece, place)),
            21 => OfPiece(document, piece =>
            {
                _clipboard = JourneyFragment.Read(JourneyEdits.Copy(document, piece).Demand().Write()).Demand();
                return _random.Next(2) == 0 ? JourneyEdits.Cut(document, piece) : JourneyEdits.Duplicate(document, piece);
            }),
            22 when _clipboard is not null => JourneyEdits.Paste(document, place, _clipboard),
            _ => JourneyEdits.DuplicatePath(document, place),
        };
    }

    private Outcome<JourneyEdit> OfPiece(JourneyDocument document, Func<JourneyPiece, Outcome<JourneyEdit>> edit)
    {
        var piece = _random.Next(3) switch
        {
            0 => JourneyPiece.OfNode(document, Node(document)),
            1 => JourneyPiece.OfBranch(document, Node(document)),
            _ => JourneyPiece.OfSelection(document, [.. JourneyGraph.Of(document).From(Node(document)).Take(_random.Next(1, 4)).Select(node => node.Id)]),
        };
        return piece.Succeeded ? edit(piece.Value) : Outcome<JourneyEdit>.Refused(piece.Refusals);
    }

    private NodeSettings Settings() => _random.Next(10) switch
    {
        0 => new SplitByAccountsSettings(),
        1 => new SplitByPeopleSettings(),
        2 => new VariantSplitSettings((SplitSubject)_random.Next(1, 3)),
        3 => _settings.Wait(),
        4 => _settings.Listen(),
        5 => new MergeSettings(),
        6 => _settings.AccountAction(),
        7 => new AccountAudienceSettings(1, null),
        _ => _settings.PeopleAction(),
    };

    private NodeSettings Other(NodeSettings? settings) => settings switch
    {
        null => new MergeSettings(),
        VariantSplitSettings variant => variant with { Subject = variant.Subject == SplitSubject.People ? SplitSubject.Accounts : SplitSubject.People },
        WaitSettings => _settings.Wait(),
        ListenForEventSettings => _settings.Listen(),
        _ => _random.Next(2) == 0 ? settings : NodeKinds.Of(settings).Blank(),
    };

    private NodeId Node(JourneyDocument document) => _random.Next(30) == 0 ? new("gone") : document.Nodes.Values.ElementAt(_random.Next(document.Nodes.Count)).Id;

    private PathPlace Place(JourneyDocument document)
    {
        var node = document.Node(Node(document));
        return node is { Paths.Count: > 0 } ? new(node.Id, node.Paths[_random.Next(node.Paths.Count)].Key) : new(new("gone"), "next");
    }
}
