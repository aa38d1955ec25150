using System.Reflection;
using BuyingGroups.Domain.Accounts;
using BuyingGroups.Domain.Activities;
using BuyingGroups.Domain.Actors;
using BuyingGroups.Domain.BuyingGroups;
using BuyingGroups.Domain.CustomFields;
using BuyingGroups.Domain.Opportunities;
using BuyingGroups.Domain.People;

namespace BuyingGroups.Tests.Conditions;

/// <summary>Random accounts with everything a condition can read, gaps included. Every writable plain property is filled, so that a new field is tried without a new test.</summary>
public sealed class RandomAccounts(int seed)
{
    private readonly Random _random = new(seed);
    private int _number;

    public List<Account> Make(int count)
    {
        var accounts = Enumerable.Range(0, count).Select(_ => Account()).ToList();
        // A parent is one made before it: the portal lets nobody make a circle of parents, and no database could insert one.
        for (var i = 1; i < accounts.Count; i++)
        {
            if (_random.Next(3) == 0)
                accounts[i].ParentAccount = accounts[_random.Next(i)];
        }
        return accounts;
    }

    private Account Account()
    {
        var account = Filled(new Account { Name = Text(), SourceKey = Key() });
        account.OwnerId = Sometimes() ? _random.Next(1, 3) : null;
        AddValues(account.FieldValues, ConditionWorld.Catalog.CustomFields.Where(field => field.Target == CustomFieldTarget.Account), () => new AccountFieldValue());
        for (var i = _random.Next(5); i > 0; i--)
            account.People.Add(Person());
        for (var i = _random.Next(3); i > 0; i--)
        {
            var won = Sometimes();
            account.Opportunities.Add(new Opportunity
            {
                SourceKey = Key(),
                Name = Text(),
                IsClosed = won || Sometimes(),
                IsWon = won,
                Amount = Sometimes() ? RandomConditions.Number(_random) : null,
                ExpectedClose = Sometimes() ? RandomConditions.Date(_random) : null,
            });
        }
        foreach (var solution in ConditionWorld.Catalog.SolutionInterests.Where(_ => Sometimes()))
            account.BuyingGroups.Add(Group(account, solution.Id));
        return account;
    }

    private Person Person()
    {
        var person = Filled(new Person { Email = Text(), SourceKey = Key() });
        person.DateOfBirth = Sometimes() ? RandomConditions.Date(_random) : null;
        foreach (var role in new[] { "Employee", "Owner", "VP", "Åsa" }.Where(_ => _random.Next(4) == 0))
            person.RolesInAccount.Add(new RoleInAccount { Name = role });
        AddValues(person.FieldValues, ConditionWorld.Catalog.CustomFields.Where(field => field.Target == CustomFieldTarget.Person), () => new PersonFieldValue());
        for (var i = _random.Next(5); i > 0; i--)
            person.Activities.Add(Activity());
        return person;
    }

    private Activity Activity()
    {
        var activity = new Activity { ActivityTypeId = _random.Next(1, 4), OccurredAt = ConditionWorld.Now.AddMinutes(-_random.Next(0, 60 * 24 * 40)), RecordedAt = ConditionWorld.Now };
        foreach (var name in ConditionWorld.Catalog.ActivityAttributeNames.Where(_ => Sometimes()))
            activity.Attributes.Add(new ActivityAttribute { Name = name, Value = Text() });
        return activity;
    }

    private BuyingGroup Group(Account account, int solution)
    {
        var group = new BuyingGroup
        {
            Name = Text(),
            SolutionInterestId = solution,
            StageId = Sometimes() ? _random.Next(1, 4) : null,
            Status = Sometimes() ? Text() : null,
            Completeness = _random.Next(0, 6),
            EngagementScore = _random.Next(0, 20) / 4d,
        };
        foreach (var person in account.People.Where(_ => Sometimes()))
            person.Memberships.Add(new Member { BuyingGroup = group, Person = person, RoleId = _random.Next(1, 7), IsActive = _random.Next(4) > 0, Source = ActorKind.System, ChangedAt = ConditionWorld.Now });
        for (var role = 1; role <= 6; role++)
        {
            if (Sometimes())
                group.RoleFills.Add(new RoleFill { RoleId = role, Assigned = _random.Next(0, 4) });
        }
        return group;
    }

    private void AddValues<TValue>(ICollection<TValue> values, IEnumerable<CustomField> fields, Func<TValue> make)
        where TValue : FieldValue
    {
        foreach (var field in fields.Where(_ => _random.Next(3) > 0))
        {
            var value = make();
            value.FieldId = field.Id;
            var there = _random.Next(8) > 0;
            value.Text = there && field.Kind is CustomFieldKind.Text ? Text() : there && field.Kind is CustomFieldKind.Choice ? field.Choices[_random.Next(field.Choices.Count)] : null;
            value.Number = there && field.Kind == CustomFieldKind.Number ? RandomConditions.Number(_random) : null;
            value.Date = there && field.Kind == CustomFieldKind.Date ? RandomConditions.Date(_random) : null;
            value.Boolean = there && field.Kind == CustomFieldKind.Boolean ? Sometimes() : null;
            values.Add(value);
        }
    }

    private T Filled<T>(T entity)
        where T : notnull
    {
        foreach (var property in typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.SetMethod?.IsPublic == true))
        {
            object? value = property switch
            {
                { Name: "Id" or "Name" or "Email" or "SourceKey" or "ParentSourceKey" or "Version" } => null,
                { PropertyType: var type } when type == typeof(string) => Sometimes() ? Text() : null,
                { PropertyType: var type } when type == typeof(bool) => Sometimes(),
                { PropertyType: var type } when type == typeof(decimal?) => Sometimes() ? RandomConditions.Number(_random) : null,
                { PropertyType: var type, Name: "NumberOfEmployees" } when type == typeof(int?) => Sometimes() ? _random.Next(0, 6) : null,
                { PropertyType: var type } when type == typeof(double) => _random.Next(0, 20) / 4d,
                { PropertyType: var type } when type == typeof(DateTime) => ConditionWorld.Now.AddMinutes(-_random.Next(0, 60 * 24 * 40)),
                _ => null,
            };
            if (value is not null)
                property.SetValue(entity, value);
        }
        return entity;
    }

    private string Key() => $"key-{seed}-{_number++}";

    private string Text() => RandomConditions.Texts[_random.Next(RandomConditions.Texts.Count)];

    private bool Sometimes() => _random.Next(2) == 0;
}
