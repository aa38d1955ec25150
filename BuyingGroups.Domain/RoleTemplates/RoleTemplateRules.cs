using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Refusals;

namespace BuyingGroups.Domain.RoleTemplates;

/// <summary>What may be done with roles, templates and personas (product.md § 4).</summary>
public static class RoleTemplateRules
{
    /// <summary>Most people a role may ask for.</summary>
    public const int MaxMembersRequired = 50;

    /// <summary>Null when the cards may be saved. Conditions of auto-assigned roles must be valid; the others keep none.</summary>
    /// <param name="template">The template with its cards.</param>
    /// <param name="roles">The roles of the portal by id.</param>
    /// <param name="catalog">What conditions may name.</param>
    public static IReadOnlyList<Refusal> CheckCards(RoleTemplate template, IReadOnlyDictionary<int, string> roles, ConditionCatalog catalog)
    {
        var refusals = new List<Refusal>();
        foreach (var card in template.Cards)
        {
            if (!roles.TryGetValue(card.RoleId, out var role))
            {
                refusals.Add(new NotFound("role", card.RoleId));
                continue;
            }
            if (card.MembersRequired is < 1 or > MaxMembersRequired)
                refusals.Add(new MembersRequiredOutOfRange(role, MaxMembersRequired));
            if (!Enum.IsDefined(card.Weighting))
                refusals.Add(new WeightingUnknown(role));
            if (!card.AutoAssign)
                continue;
            if (card.Condition is null or ConditionGroup { Conditions.Count: 0 })
                refusals.Add(new ConditionOfRoleMissing(role));
            else
                refusals.AddRange(ConditionValidation.Of(card.Condition, ConditionScope.Person, catalog).Select(problem => new ConditionOfRoleWrong(role, problem.Refusal.ToString())));
        }
        refusals.AddRange(template.Cards.GroupBy(card => card.RoleId).Where(same => same.Count() > 1)
            .Select(same => new RoleTwice(roles.GetValueOrDefault(same.Key, ""))));
        return refusals;
    }

    /// <summary>Null when the template's roles may change.</summary>
    public static Refusal? ToChangeCards(RoleTemplate template) =>
        template.Status == PublicationStatus.Live ? new RoleTemplateIsLive(template.Name) : null;

    /// <summary>Null when the template may go live: a draft with at least one role.</summary>
    public static Refusal? ToPublish(RoleTemplate template) => template switch
    {
        { Status: PublicationStatus.Live } => new AlreadyLive("role template", template.Name),
        { Cards.Count: 0 } => new RoleTemplateEmpty(template.Name),
        _ => null,
    };

    /// <summary>Null when the template may be deleted: drafts only.</summary>
    public static Refusal? ToDelete(RoleTemplate template) =>
        template.Status == PublicationStatus.Live ? new OnlyDraftsDeleted("role template", template.Name) : null;

    /// <summary>Null when the role may be renamed or deleted.</summary>
    public static Refusal? ToChange(BuyingGroupRole role) => role.IsDefault ? new DefaultRoleFixed(role.Name) : null;

    /// <summary>Null when one more role fits in.</summary>
    public static Refusal? ToAddRole(int roles) => roles >= BuyingGroupRole.MaxCount ? new TooMany("roles", BuyingGroupRole.MaxCount) : null;

    /// <summary>Null when one more persona fits in.</summary>
    public static Refusal? ToAddPersona(int personas) => personas >= Persona.MaxCount ? new TooMany("personas", Persona.MaxCount) : null;

    /// <summary>Two or three letters for the role strip that no other role has: initials first, then letters of the name, then digits.</summary>
    public static string Abbreviate(string name, IReadOnlyCollection<string> taken)
    {
        var letters = new string([.. name.Where(char.IsLetterOrDigit)]).ToUpperInvariant();
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(word => char.IsLetterOrDigit(word[0])).ToList();
        IEnumerable<string> candidates =
        [
            words.Count > 1 ? new string([.. words.Take(3).Select(word => char.ToUpperInvariant(word[0]))]) : "",
            letters.Length >= 2 ? letters[..2] : "",
            letters.Length >= 3 ? letters[..3] : "",
            .. letters.Skip(1).Select(letter => $"{letters[0]}{letter}"),
            .. Enumerable.Range(1, 99).Select(number => $"{(letters.Length > 0 ? letters[0] : 'R')}{number}"),
        ];
        return candidates.First(candidate => candidate.Length is 2 or 3 && !taken.Contains(candidate, StringComparer.OrdinalIgnoreCase));
    }
}

/// <summary>The roles of a live template cannot change.</summary>
/// <param name="Template">Its name.</param>
public sealed record RoleTemplateIsLive(string Template)
    : Refusal("The role template “{0}” is live, so its roles cannot change. Nothing was changed; duplicate it and change the copy.", Template);

/// <summary>A template without roles cannot be published.</summary>
/// <param name="Template">Its name.</param>
public sealed record RoleTemplateEmpty(string Template)
    : Refusal("The role template “{0}” has no role yet. It stays a draft; add at least one role and publish it again.", Template);

/// <summary>Published already.</summary>
/// <param name="What">What kind of thing.</param>
/// <param name="Called">Its name.</param>
public sealed record AlreadyLive(string What, string Called) : Refusal("The {0} “{1}” is live already. Nothing was changed.", What, Called);

/// <summary>Only a live one can be used for this.</summary>
/// <param name="What">What kind of thing.</param>
/// <param name="Called">Its name.</param>
public sealed record NotLive(string What, string Called)
    : Refusal("The {0} “{1}” is a draft, and only a live one can be used. Nothing was changed; publish it first.", What, Called);

/// <summary>Only drafts can be deleted.</summary>
/// <param name="What">What kind of thing.</param>
/// <param name="Called">Its name.</param>
public sealed record OnlyDraftsDeleted(string What, string Called)
    : Refusal("The {0} “{1}” is live, and only drafts can be deleted. It was kept.", What, Called);

/// <summary>A default role stays as it is.</summary>
/// <param name="Role">Its name.</param>
public sealed record DefaultRoleFixed(string Role)
    : Refusal("{0} is one of the six default roles, which nobody can rename or delete. Nothing was changed; add a role of your own instead.", Role);

/// <summary>The portal has as many as it may.</summary>
/// <param name="What">Of what, in the plural.</param>
/// <param name="Most">How many are allowed.</param>
public sealed record TooMany(string What, int Most) : Refusal("There are {1} {0} already, and no more are allowed. Nothing was added; delete one first.", What, Most);

/// <summary>A role stands twice in a template.</summary>
/// <param name="Role">Its name.</param>
public sealed record RoleTwice(string Role) : Refusal("{0} is in the template twice. Nothing was saved; remove one of the two cards.", Role);

/// <summary>The number of members a role needs is out of range.</summary>
/// <param name="Role">The role's name.</param>
/// <param name="Most">Largest number.</param>
public sealed record MembersRequiredOutOfRange(string Role, int Most) : Refusal("{0} must need between 1 and {1} members. Nothing was saved; correct the number.", Role, Most);

/// <summary>The weighting is none of the five.</summary>
/// <param name="Role">The role's name.</param>
public sealed record WeightingUnknown(string Role) : Refusal("The weighting of {0} is none of Trivial, Minor, Normal, Important and Vital. Nothing was saved; choose one.", Role);

/// <summary>A role that is assigned by the portal says for whom.</summary>
/// <param name="Role">The role's name.</param>
public sealed record ConditionOfRoleMissing(string Role)
    : Refusal("{0} is to be assigned by the portal but says to whom nowhere. Nothing was saved; add a condition or turn automatic assignment off.", Role);

/// <summary>The condition of a role cannot be used.</summary>
/// <param name="Role">The role's name.</param>
/// <param name="Problem">What is wrong with it.</param>
public sealed record ConditionOfRoleWrong(string Role, string Problem) : Refusal("The condition of {0} cannot be used: {1} Nothing was saved.", Role, Problem);

/// <summary>The abbreviation is not two or three letters or digits.</summary>
/// <param name="Abbreviation">As typed.</param>
public sealed record AbbreviationWrong(string Abbreviation) : Refusal("The abbreviation “{0}” must be two or three letters or digits. Nothing was saved; correct it.", Abbreviation);
