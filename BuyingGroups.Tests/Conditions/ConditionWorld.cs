using BuyingGroups.Domain.Accounts;
using BuyingGroups.Domain.Activities;
using BuyingGroups.Domain.BuyingGroups;
using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.CustomFields;
using BuyingGroups.Domain.People;
using BuyingGroups.Domain.RoleTemplates;

namespace BuyingGroups.Tests.Conditions;

/// <summary>A small world for conditions to speak about: one of everything that can be named.</summary>
public static class ConditionWorld
{
    public const int DecisionMaker = 1;
    public const int Influencer = 2;

    public static DateTime Now { get; } = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);

    public static ConditionCatalog Catalog { get; } = new()
    {
        Now = Now,
        CustomFields =
        [
            Field(1, CustomFieldTarget.Account, CustomFieldKind.Text, "Tier"),
            Field(2, CustomFieldTarget.Account, CustomFieldKind.Number, "Fleet size"),
            Field(3, CustomFieldTarget.Account, CustomFieldKind.Date, "Renewal"),
            Field(4, CustomFieldTarget.Account, CustomFieldKind.Boolean, "Strategic"),
            Field(5, CustomFieldTarget.Account, CustomFieldKind.Choice, "Region", "EMEA", "APAC", "Americas"),
            Field(6, CustomFieldTarget.Person, CustomFieldKind.Text, "Nickname"),
            Field(7, CustomFieldTarget.Person, CustomFieldKind.Number, "Seminars"),
            Field(8, CustomFieldTarget.Person, CustomFieldKind.Date, "Last met"),
            Field(9, CustomFieldTarget.Person, CustomFieldKind.Boolean, "Speaks Swedish"),
            Field(10, CustomFieldTarget.Person, CustomFieldKind.Choice, "Attitude", "For", "Against"),
        ],
        Personas =
        [
            new() { Id = 1, Name = "SVP/VP", Condition = new ConditionGroup(MatchKind.Any, [Filter("jobTitle", ConditionOperator.Contains, "vp")]) },
            new()
            {
                Id = 2, Name = "Manager abroad",
                Condition = new ConditionGroup(MatchKind.All, [Filter("jobTitle", ConditionOperator.Contains, "manager"), Filter("country", ConditionOperator.IsNot, "sweden")]),
            },
        ],
        Roles = [.. BuyingGroupRole.Defaults.Select(role => new NamedReference(role.Id, role.Name))],
        SolutionInterests = [new(1, "Fleet analytics"), new(2, "Route planning")],
        Stages = [new(1, "Aware"), new(2, "Engaged"), new(3, "Won")],
        ActivityTypes = [.. ActivityType.BuiltIn.Select(type => new NamedReference(type.Id, type.Name))],
        ActivityAttributeNames = ["page", "keyword"],
        Users = [new(1, "Anna Berg"), new(2, "Li Wei")],
    };

    public static ConditionSentence Sentence { get; } = new(Catalog, SentenceLanguage.English);

    public static FieldFilter Filter(string attribute, ConditionOperator @operator, params string[] values) => FieldFilter.Of(attribute, @operator, values);

    public static ConditionGroup All(params Condition[] parts) => new(MatchKind.All, parts);

    public static ConditionGroup Any(params Condition[] parts) => new(MatchKind.Any, parts);

    public static Account Account(string name = "Hexa Freight") => new() { Name = name, SourceKey = name };

    public static Person Person(string? title = null, string email = "a@example.com") => new() { SourceKey = email, Email = email, JobTitle = title };

    public static Account With(this Account account, AccountFieldValue value)
    {
        account.FieldValues.Add(value);
        return account;
    }

    public static Person With(this Person person, string role)
    {
        person.RolesInAccount.Add(new RoleInAccount { Name = role });
        return person;
    }

    public static Account With(this Account account, params Person[] people)
    {
        foreach (var person in people)
            account.People.Add(person);
        return account;
    }

    public static BuyingGroup Group(int solutionInterest = 1, int? stage = null, int completeness = 0, params (int Role, int Assigned)[] fills)
    {
        var group = new BuyingGroup { Name = "Group", SolutionInterestId = solutionInterest, StageId = stage, Completeness = completeness };
        foreach (var (role, assigned) in fills)
            group.RoleFills.Add(new RoleFill { RoleId = role, Assigned = assigned });
        return group;
    }

    public static Person Member(this Person person, BuyingGroup group, int role, bool active = true)
    {
        person.Memberships.Add(new Member { BuyingGroup = group, RoleId = role, IsActive = active });
        return person;
    }

    public static Person Did(this Person person, int type, DateTime at, params (string Name, string Value)[] known)
    {
        var activity = new Activity { ActivityTypeId = type, OccurredAt = at };
        foreach (var (name, value) in known)
            activity.Attributes.Add(new ActivityAttribute { Name = name, Value = value });
        person.Activities.Add(activity);
        return person;
    }

    public static bool Matches(this Condition condition, Account account) =>
        ConditionTranslation.Compile(ConditionTranslation.OfAccounts(condition, Catalog).Demand(), once: true)(account);

    public static bool Matches(this Condition condition, Person person) =>
        ConditionTranslation.Compile(ConditionTranslation.OfPeople(condition, Catalog).Demand(), once: true)(person);

    private static CustomField Field(int id, CustomFieldTarget target, CustomFieldKind kind, string name, params string[] choices) =>
        new() { Id = id, Target = target, Kind = kind, Name = name, Choices = choices };
}
