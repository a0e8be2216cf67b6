-- A journal as version 4 of its schema left it; never changed.
CREATE TABLE operation (
  id TEXT PRIMARY KEY,
  connection_id TEXT NOT NULL,
  connection_name TEXT NOT NULL,
  project_id TEXT NOT NULL,
  generation TEXT NOT NULL,
  kind TEXT NOT NULL,
  parameters TEXT NOT NULL,
  reason TEXT NOT NULL,
  retry_of TEXT NOT NULL,
  created INTEGER NOT NULL,
  ended INTEGER
) STRICT, WITHOUT ROWID;
CREATE TABLE request (
  operation TEXT NOT NULL REFERENCES operation(id),
  seq INTEGER NOT NULL,
  kind TEXT NOT NULL,
  method TEXT NOT NULL,
  path TEXT NOT NULL,
  body TEXT NOT NULL,
  body_sha256 TEXT NOT NULL,
  state TEXT NOT NULL,
  http_status INTEGER NOT NULL,
  job_id TEXT NOT NULL,
  request_id TEXT NOT NULL,
  problem TEXT,
  intended INTEGER NOT NULL,
  sent INTEGER,
  answered INTEGER,
  PRIMARY KEY (operation, seq)
) STRICT, WITHOUT ROWID;
CREATE TABLE target (
  operation TEXT NOT NULL,
  seq INTEGER NOT NULL,
  request INTEGER NOT NULL,
  type TEXT NOT NULL,
  target_id TEXT NOT NULL,
  name TEXT NOT NULL,
  outcome TEXT NOT NULL,
  progress INTEGER,
  job_id TEXT NOT NULL,
  begin_time INTEGER,
  end_time INTEGER,
  code TEXT NOT NULL,
  message TEXT NOT NULL,
  PRIMARY KEY (operation, seq),
  FOREIGN KEY (operation, request) REFERENCES request(operation, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX operation_open ON operation(id) WHERE ended IS NULL;
CREATE INDEX target_by_id ON target(target_id);
CREATE TABLE unlock (
  id TEXT PRIMARY KEY,
  connection_id TEXT NOT NULL,
  connection_name TEXT NOT NULL,
  reason TEXT NOT NULL,
  began INTEGER NOT NULL,
  ends INTEGER NOT NULL,
  locked INTEGER
) STRICT, WITHOUT ROWID;
CREATE TABLE unlocked_operation (
  unlock_id TEXT NOT NULL REFERENCES unlock(id),
  operation TEXT NOT NULL REFERENCES operation(id),
  at INTEGER NOT NULL,
  PRIMARY KEY (unlock_id, operation)
) STRICT, WITHOUT ROWID;
CREATE INDEX unlock_by_connection ON unlock(connection_id);
CREATE INDEX unlocked_by_operation ON unlocked_operation(operation);
CREATE TABLE schema_version (version INTEGER PRIMARY KEY, applied INTEGER NOT NULL) STRICT;
INSERT INTO schema_version VALUES (1,1762712000000);
INSERT INTO schema_version VALUES (2,1762712000000);
INSERT INTO operation VALUES ('01-open','c-1','Production 生产','p-1','V2','REBUILD','[{"path":"image_id","value":"img \"new\""}]','CHG-7 ''quoted''','',1763712000000,NULL);
INSERT INTO operation VALUES ('00-ended','c-2','Test','p-2','V1','REJOIN_DOMAIN','[]','','',1763625600000,1763626000000);
INSERT INTO request VALUES ('01-open',0,'REBUILD','POST','/v2/p-1/desktops/rebuild','{"desktop_ids":["d-1","d-2"]}','3b251ccd81b17d7191a2201925dc3d618e83bf651719c114e83ee3c5ed04e77d','ACCEPTED',200,'job-1','req-1',NULL,1763712000000,1763712000010,1763712000500);
INSERT INTO request VALUES ('01-open',1,'REBUILD','POST','/v2/p-1/desktops/rebuild','{"image_id":"img","desktop_ids":["d-3"],"password":"•••"}','21e12fbab84ba50c9f3c3dd6e70d6c912016bb245d2678902dae3977f0d5fd20','UNSENT',429,'','req-2','{"kind":"THROTTLED","call":"POST /v2/p-1/desktops/rebuild","httpStatus":429,"code":"APIGW.0308","message":"too many","detail":"","authorizationMessage":"","requestId":"req-2","raw":"","retryAfterMillis":7000,"at":1763712000900}',1763712000000,1763712000600,1763712000900);
INSERT INTO request VALUES ('00-ended',0,'REJOIN','POST','/v1.0/p-2/desktops/d-9/rejoin-domain','','e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855','ACCEPTED',202,'job-9','req-9',NULL,1763625600000,1763625600010,1763625601000);
INSERT INTO target VALUES ('01-open',0,0,'DESKTOP','d-1','FIN-0001','RUNNING',40,'job-1',1763712000400,NULL,'','');
INSERT INTO target VALUES ('01-open',1,0,'DESKTOP','d-2','FIN-0002 财务','FAILED',NULL,'job-1',1763712000400,1763712000800,'WKS.0001','image missing');
INSERT INTO target VALUES ('01-open',2,1,'DESKTOP','d-3','FIN-0003','WAITING',NULL,'',NULL,NULL,'','');
INSERT INTO target VALUES ('00-ended',0,0,'DESKTOP','d-9','OLD-9','SUCCEEDED',100,'job-9',1763625602000,1763626000000,'','');
INSERT INTO unlock VALUES ('u-1','c-1','Production 生产','CHG-7',1763711940000,1763712840000,1763712001000);
INSERT INTO unlocked_operation VALUES ('u-1','01-open',1763712000000);
INSERT INTO schema_version VALUES (3,1762712000000);
CREATE TABLE activity (
  seq INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  kind TEXT NOT NULL,
  actor_kind TEXT NOT NULL,
  actor TEXT NOT NULL,
  host TEXT NOT NULL,
  os_user TEXT NOT NULL,
  connection_id TEXT NOT NULL,
  connection_name TEXT NOT NULL,
  operation TEXT NOT NULL,
  operation_kind TEXT NOT NULL,
  request INTEGER NOT NULL,
  method TEXT NOT NULL,
  path TEXT NOT NULL,
  body TEXT NOT NULL,
  targets TEXT NOT NULL,
  target_count INTEGER NOT NULL,
  reason TEXT NOT NULL,
  http_status INTEGER NOT NULL,
  request_id TEXT NOT NULL,
  job_id TEXT NOT NULL,
  code TEXT NOT NULL,
  note TEXT NOT NULL,
  previous TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE TABLE activity_head (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  seq INTEGER NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE TRIGGER activity_stays BEFORE UPDATE ON activity
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER activity_remains BEFORE DELETE ON activity
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER activity_grows BEFORE INSERT ON activity
WHEN NEW.seq <= (SELECT coalesce(max(seq), 0) FROM activity)
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE INDEX activity_by_operation ON activity(operation, request);
CREATE INDEX operation_ended ON operation(ended);
INSERT INTO activity(seq,at,kind,actor_kind,actor,host,os_user,connection_id,connection_name,operation,operation_kind,request,method,path,body,targets,target_count,reason,http_status,request_id,job_id,code,note,previous,hash) VALUES (1,1763711999995,'BEGUN','PROGRAM','','ws-17','a.lin','','','','',-1,'','','','',0,'',0,'','','wa.ledger.new','','0000000000000000000000000000000000000000000000000000000000000000','ff2ec9c61d553b85d4b1163205810f6256a6d0ff989683b687bba6d4921dc445');
INSERT INTO activity(seq,at,kind,actor_kind,actor,host,os_user,connection_id,connection_name,operation,operation_kind,request,method,path,body,targets,target_count,reason,http_status,request_id,job_id,code,note,previous,hash) VALUES (2,1763712000000,'INTENDED','USER','acme/a.lin','ws-17','a.lin','c-1','Production 生产','01-open','REBUILD',0,'POST','/v2/p-1/desktops/rebuild','{"desktop_ids":["d-1","d-2"]}','FIN-0001, FIN-0002 财务',2,'CHG-7 ''quoted''',0,'','','','','ff2ec9c61d553b85d4b1163205810f6256a6d0ff989683b687bba6d4921dc445','85b81a9b2d35ad92857a27652ca742ff91b1619db089edbf3fe6b32e16335f67');
INSERT INTO activity(seq,at,kind,actor_kind,actor,host,os_user,connection_id,connection_name,operation,operation_kind,request,method,path,body,targets,target_count,reason,http_status,request_id,job_id,code,note,previous,hash) VALUES (3,1763712000010,'SENT','USER','acme/a.lin','ws-17','a.lin','c-1','Production 生产','01-open','REBUILD',0,'POST','/v2/p-1/desktops/rebuild','','',0,'',0,'','','','','85b81a9b2d35ad92857a27652ca742ff91b1619db089edbf3fe6b32e16335f67','cffbc54105abc0870444cd1b89236817270131bbad808d3ac41b22134188457a');
INSERT INTO activity(seq,at,kind,actor_kind,actor,host,os_user,connection_id,connection_name,operation,operation_kind,request,method,path,body,targets,target_count,reason,http_status,request_id,job_id,code,note,previous,hash) VALUES (4,1763712000500,'ACCEPTED','USER','acme/a.lin','ws-17','a.lin','c-1','Production 生产','01-open','REBUILD',0,'POST','/v2/p-1/desktops/rebuild','','',0,'',200,'req-1','job-1','','','cffbc54105abc0870444cd1b89236817270131bbad808d3ac41b22134188457a','539d54c1136ed7f3e3f32687dd08b6927ec62153f3770c5c3359bac29900c539');
INSERT INTO activity_head VALUES (1,4,'539d54c1136ed7f3e3f32687dd08b6927ec62153f3770c5c3359bac29900c539');
INSERT INTO schema_version VALUES (4,1762712000000);
CREATE TABLE replacement (
  operation TEXT NOT NULL,
  seq INTEGER NOT NULL,
  replaces INTEGER NOT NULL,
  PRIMARY KEY (operation, seq),
  FOREIGN KEY (operation, seq) REFERENCES request(operation, seq),
  FOREIGN KEY (operation, replaces) REFERENCES request(operation, seq)
) STRICT, WITHOUT ROWID;
CREATE TABLE search (
  operation TEXT NOT NULL,
  request INTEGER NOT NULL,
  job_type TEXT NOT NULL,
  began INTEGER,
  until INTEGER,
  looks INTEGER NOT NULL,
  failed_looks INTEGER NOT NULL,
  state TEXT NOT NULL,
  candidates TEXT NOT NULL,
  PRIMARY KEY (operation, request),
  FOREIGN KEY (operation, request) REFERENCES request(operation, seq)
) STRICT, WITHOUT ROWID;
INSERT INTO search VALUES ('01-open',1,'rebuild',NULL,NULL,2,0,'SEARCHING','[]');
